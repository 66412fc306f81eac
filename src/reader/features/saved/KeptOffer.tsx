import { Suspense, type ReactNode } from 'react';
import type { KeptStory } from '../../ui/keptPictures.ts';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';

interface Props {
  slug: string;
  onOpen: (kept: KeptStory) => void;
}

const KeptOfferControl = late(
  async () => (await import('./KeptOfferControl.tsx')).KeptOfferControl,
  () => null,
);

/** Offers the reader their own copy of a story that was taken back; there only when they have one. */
export function KeptOffer(props: Props): ReactNode {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <KeptOfferControl {...props} />
    </Suspense>
  );
}
