import { Suspense, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';

const ResumeLook = late(
  async () => (await import('./ResumeLook.tsx')).ResumeLook,
  () => null,
);

/** Leads back to where the reader stopped in a story; there only when they did. For a page shown whole. */
export function ResumeButton({ address }: { address: string }): ReactNode {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <ResumeLook address={address} />
    </Suspense>
  );
}
