import { Suspense, useEffect, useState, type ReactNode } from 'react';
import type { FullStory } from '../../../model/story.ts';
import { useOwn } from '../../data/own/useOwn.ts';
import { getRecord } from '../../storage/own.ts';
import { earlierWords, fingerprintOf } from '../../storage/readings.ts';
import type { Fingerprint } from '../../storage/records.ts';
import { late } from '../../ui/late.ts';

const ChangesControl = late(
  async () => (await import('./ChangesControl.tsx')).ChangesControl,
  () => null,
);

/** Looks whether the story said something else when the reader read it; what tells of it is fetched only then. */
export function ChangesLook({ story }: { story: FullStory }): ReactNode {
  const own = useOwn();
  const [found, setFound] = useState<{ earlier: Fingerprint; now: Fingerprint }>();

  // Once: the record follows the reader while they read.
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const reading = await getRecord(own, 'readings', story.slug);
      if (!reading.ok || reading.value === undefined) return;
      const now = fingerprintOf(story, 0);
      const earlier = earlierWords(reading.value, now);
      if (earlier !== undefined && !isGone) setFound({ earlier, now });
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [own, story]);

  if (found === undefined) return null;
  return (
    <Suspense>
      <ChangesControl story={story} {...found} />
    </Suspense>
  );
}
