import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const SavedList = late(
  async () => (await import('./SavedList.tsx')).SavedList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** The list of saved stories, loaded when the page stands. Before that, and without script, a sentence. */
export function SavedStories(): ReactNode {
  if (!useIdle()) return <LoadingLine />;
  return (
    <Suspense fallback={<LoadingLine />}>
      <SavedList />
    </Suspense>
  );
}
