import type { ReactNode } from 'react';
import type { Site } from '../../model/edition.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { Arrival } from './Arrival.tsx';
import { Frame } from './Frame.tsx';
import { KeptInstead } from './KeptInstead.tsx';
import { pageTitle } from './pageTitle.ts';

/** The page for an address that the edition does not have. */
export function Missing({ site, address }: { site: Site; address: string }): ReactNode {
  return (
    <KeptInstead site={site} address={address} why="not-here">
      <Arrival title={pageTitle(site, undefined)}>
        <Frame site={site} address={address}>
          <NotFoundPage site={site} />
        </Frame>
      </Arrival>
    </KeptInstead>
  );
}
