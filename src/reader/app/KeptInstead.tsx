import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Site } from '../../model/edition.ts';
import type { LoadProblemKind } from '../data/problems.ts';
import { KeptNotice } from '../furniture/KeptNotice.tsx';
import { StoryPage } from '../pages/StoryPage.tsx';
import { KeptPicturesProvider } from '../ui/keptPictures.ts';
import { Arrival } from './Arrival.tsx';
import { Frame } from './Frame.tsx';

interface Props {
  site: Site;
  address: string;
  /** Why the story itself is not here. */
  why: LoadProblemKind;
  /** What is shown while that is looked up; absent: the children. */
  pending?: ReactNode;
  /** What is shown when the reader keeps no copy of it. */
  children: ReactNode;
}

/** The reader's own copy of a story that cannot be had, or that its publisher has removed. */
export function KeptInstead({ site, address, why, pending, children }: Props): ReactNode {
  const slug = /^\/story\/([^/]+)$/.exec(address)?.[1];
  const { data: found, isPending } = useQuery({
    queryKey: ['own', site.base, 'copies', slug],
    queryFn: async () => {
      const { findKept } = await import('./ownLate.ts');
      return (await findKept(site.base, slug ?? '')) ?? null;
    },
    enabled: slug !== undefined,
    gcTime: 0,
  });
  if (isPending && slug !== undefined) return pending ?? children;
  if (found === undefined || found === null) return children;
  const { story, pictures, savedAt } = found;
  return (
    <Arrival title={`${story.headline} · ${site.name}`}>
      <Frame
        site={site}
        address={address}
        document={story}
        notice={<KeptNotice why={why} savedAt={savedAt} language={site.language} />}
      >
        <KeptPicturesProvider value={pictures}>
          <StoryPage story={story} site={site} />
        </KeptPicturesProvider>
      </Frame>
    </Arrival>
  );
}
