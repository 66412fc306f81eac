import { Suspense, type ReactNode } from 'react';
import type { FullStory } from '../../../model/story.ts';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';

const ChangesLook = late(
  async () => (await import('./ChangesLook.tsx')).ChangesLook,
  () => null,
);

/** Says what changed in a story since the reader read it; there only when something did. For a page shown whole. */
export function ChangesButton({ story }: { story: FullStory }): ReactNode {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <ChangesLook key={story.version} story={story} />
    </Suspense>
  );
}
