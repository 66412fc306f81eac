import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const SavedList = late(
  async () => (await import('./SavedList.tsx')).SavedList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** The list of saved stories, loaded when the page stands. Before that, and without script, a sentence. */
export function SavedStories(): ReactNode {
  const waiting = <p className="meta">{words.loading}</p>;
  if (!useIdle()) return waiting;
  return (
    <Suspense fallback={waiting}>
      <SavedList />
    </Suspense>
  );
}
