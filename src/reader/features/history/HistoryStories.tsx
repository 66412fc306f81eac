import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const HistoryList = late(
  async () => (await import('./HistoryList.tsx')).HistoryList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** The history, loaded when the page stands. */
export function HistoryStories(): ReactNode {
  if (!useIdle()) return <LoadingLine />;
  return (
    <Suspense fallback={<LoadingLine />}>
      <HistoryList />
    </Suspense>
  );
}
