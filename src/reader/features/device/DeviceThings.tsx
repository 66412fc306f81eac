import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const DeviceList = late(
  async () => (await import('./DeviceList.tsx')).DeviceList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** What is on this device, loaded when the page stands. */
export function DeviceThings(): ReactNode {
  if (!useIdle()) return <LoadingLine />;
  return (
    <Suspense fallback={<LoadingLine />}>
      <DeviceList />
    </Suspense>
  );
}
