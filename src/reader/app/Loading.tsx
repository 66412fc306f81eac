import { useContext, useLayoutEffect, type ReactNode } from 'react';
import { frontAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { LoadingPage } from '../pages/LoadingPage.tsx';
import { words } from '../ui/words.ts';
import { PlacesContext } from './Arrival.tsx';
import { Frame } from './Frame.tsx';

interface Props {
  site: Site;
  address: string;
}

/** A page that is on its way, whole. */
export function Loading({ site, address }: Props): ReactNode {
  return (
    <Frame site={site} address={address}>
      <Skeleton site={site} address={address} />
    </Frame>
  );
}

/** The skeleton of the page to come, at its true sizes. It stands at the top, and nothing of the page before stays. */
export function Skeleton({ site, address }: Props): ReactNode {
  const places = useContext(PlacesContext);

  useLayoutEffect(() => {
    document.title = `${words.loading} · ${site.name}`;
    places?.wait();
  }, [address, places, site.name]);

  return <LoadingPage kind={kindOf(address)} />;
}

function kindOf(address: string): 'front' | 'story' | 'list' {
  if (address === frontAddress) return 'front';
  return address.startsWith('/story/') ? 'story' : 'list';
}
