import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const HistoryList = late(
  async () => (await import('./HistoryList.tsx')).HistoryList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** The history, loaded when the page stands. */
export function HistoryStories(): ReactNode {
  const waiting = <p className="meta">{words.loading}</p>;
  if (!useIdle()) return waiting;
  return (
    <Suspense fallback={waiting}>
      <HistoryList />
    </Suspense>
  );
}
