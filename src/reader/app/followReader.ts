import type { QueryClient } from '@tanstack/react-query';
import { frontAddress, storyAddress } from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import type { FullStory } from '../../model/story.ts';
import { newestOf } from '../data/aside.ts';
import { documentQuery } from '../data/queries.ts';
import { keepAppearance } from '../features/appearance/keepAppearance.ts';
import { findChanged } from '../features/changes/findChanged.ts';
import { trailsOf } from '../features/changes/trailsOf.ts';
import { followReading } from '../features/history/followReading.ts';
import { markTrails } from '../features/history/markTrails.ts';
import { keepPosition } from '../features/position/keepPosition.ts';
import { ownOf } from '../storage/own.ts';

interface Following {
  base: string;
  address: string;
  /** What the page shows; absent until it has come, and where the edition has nothing. */
  document: PageDocument | undefined;
  client: QueryClient;
}

/** What the reader's own things need to know of a page while it is shown. Returns how to stop. */
export function followReader({ base, address, document, client }: Following): () => void {
  const own = ownOf(base);
  const trails = document === undefined ? [] : trailsOf(document);
  const fetchStory = async (slug: string): Promise<FullStory | undefined> => {
    const story = await newestOf(client, base, storyAddress(slug));
    return story?.kind === 'story' ? story : undefined;
  };
  const stops = [
    keepAppearance(own),
    keepPosition(own, base, address),
    markTrails({
      own,
      base,
      findChanged: (slugs) => findChanged({ own, slugs, trails, fetchStory }),
    }),
  ];
  if (document?.kind === 'story') {
    const front = client.getQueryData(documentQuery(base, frontAddress).queryKey);
    const { slug, version } = document;
    const told =
      front && trailsOf(front).find((one) => one.slug === slug && one.version === version);
    stops.push(followReading(own, document, told?.copy));
  }
  return () => {
    for (const stop of stops) stop();
  };
}
