import type { ReactNode } from 'react';
import { DeviceThings } from '../features/device/DeviceThings.tsx';
import { late } from '../ui/late.ts';

const nothing = (): ReactNode => null;
const TakeAlongSection = late(
  async () => (await import('../features/offline/TakeAlongSection.tsx')).TakeAlongSection,
  nothing,
);
const InstallSection = late(
  async () => (await import('../features/install/InstallSection.tsx')).InstallSection,
  nothing,
);

/** The page about this device: what is on it, what can be taken along, and how the edition comes onto the home screen. */
export function DeviceBody(): ReactNode {
  return (
    <DeviceThings>
      {/* They come with what stands around them, at once: later they would push down what is being read. */}
      <TakeAlongSection />
      <InstallSection />
    </DeviceThings>
  );
}
