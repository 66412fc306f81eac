import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';

const DeviceList = late<{ children?: ReactNode }>(
  async () => (await import('./DeviceList.tsx')).DeviceList,
  () => <p className="standfirst">{words.notLoaded}</p>,
);

/** What is on this device, loaded when the page stands. @param children what else there is to do with it */
export function DeviceThings({ children }: { children?: ReactNode }): ReactNode {
  if (!useIdle()) return <LoadingLine />;
  return (
    <Suspense fallback={<LoadingLine />}>
      <DeviceList>{children}</DeviceList>
    </Suspense>
  );
}
