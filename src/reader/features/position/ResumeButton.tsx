import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';

const ResumeControl = late(
  async () => (await import('./ResumeControl.tsx')).ResumeControl,
  () => null,
);

/** Leads back to where the reader stopped in a story; there only when they did. */
export function ResumeButton({ address }: { address: string }): ReactNode {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <ResumeControl address={address} />
    </Suspense>
  );
}
