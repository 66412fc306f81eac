import type { ReactNode } from 'react';
import { frontAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { LoadingPage } from '../pages/LoadingPage.tsx';
import { Frame } from './Frame.tsx';

/** The skeleton of the page to come, at its true sizes. */
export function Loading({ site, address }: { site: Site; address: string }): ReactNode {
  return (
    <Frame site={site} address={address}>
      <LoadingPage kind={kindOf(address)} />
    </Frame>
  );
}

function kindOf(address: string): 'front' | 'story' | 'list' {
  if (address === frontAddress) return 'front';
  return address.startsWith('/story/') ? 'story' : 'list';
}
