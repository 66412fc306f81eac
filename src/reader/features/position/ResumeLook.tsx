import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useOwn } from '../../data/own/useOwn.ts';
import { getRecord } from '../../storage/own.ts';
import type { Position } from '../../storage/records.ts';
import { late } from '../../ui/late.ts';

const ResumeControl = late(
  async () => (await import('./ResumeControl.tsx')).ResumeControl,
  () => null,
);

/** Offers the way only for a story that was begun and not finished, and while the reader is at its top. */
export function ResumeLook({ address }: { address: string }): ReactNode {
  const own = useOwn();
  const [position, setPosition] = useState<Position>();

  // Once, at the beginning: while the reader reads, the record follows them.
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await getRecord(own, 'positions', address);
      if (
        !isGone &&
        found.ok &&
        isHalfway(found.value) &&
        window.scrollY < window.innerHeight / 2
      ) {
        setPosition(found.value);
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [own, address]);

  if (position === undefined) return null;
  return (
    <Suspense>
      <ResumeControl position={position} onDone={() => setPosition(undefined)} />
    </Suspense>
  );
}

function isHalfway(position: Position | undefined): position is Position {
  if (position === undefined) return false;
  const share = (position.piece + position.into) / position.of;
  return position.piece > 0 && share < 0.9;
}
