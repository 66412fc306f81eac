import { useSuspenseQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { useAside } from '../data/aside.ts';
import { documentQuery } from '../data/queries.ts';
import { StaleNotice } from '../furniture/StaleNotice.tsx';
import { formatMoment } from '../ui/formatMoment.ts';
import { FrontPage } from '../pages/FrontPage.tsx';
import { ListPage } from '../pages/ListPage.tsx';
import { MonthsPage } from '../pages/MonthsPage.tsx';
import { OwnPage } from '../pages/OwnPage.tsx';
import { PublisherPage } from '../pages/PublisherPage.tsx';
import { StoryPage } from '../pages/StoryPage.tsx';
import { Arrival } from './Arrival.tsx';
import { Frame } from './Frame.tsx';
import { pageTitle } from './pageTitle.ts';

interface Props {
  site: Site;
  address: string;
}

/** The page at an address: waits for its document, and says so when what it shows could not be brought up to date. */
export function DocumentPage({ site, address }: Props): ReactNode {
  const {
    data: document,
    isRefetchError,
    dataUpdatedAt,
  } = useSuspenseQuery({
    ...documentQuery(site.base, address),
    // Never asked for anew by being shown: who goes back finds the page that was left. What is newer comes before a page
    // is shown, or waits beside it.
    staleTime: 'static',
  });
  const { isBehind } = useAside(site.base, address);
  const { key } = useLocation();
  const notice = (isRefetchError || isBehind) && (
    <StaleNotice when={formatMoment(dataUpdatedAt, site.language)} />
  );
  return (
    <Arrival title={pageTitle(site, document)}>
      <Frame site={site} address={address} document={document} notice={notice}>
        {/* Each visit its own: nothing that was open or said on the last page stays. */}
        <Fragment key={key}>{arrange(document, site)}</Fragment>
      </Frame>
    </Arrival>
  );
}

function arrange(document: PageDocument, site: Site): ReactNode {
  switch (document.schema) {
    case 'lede-front/1':
      return <FrontPage front={document} site={site} />;
    case 'lede-story/1':
      return <StoryPage story={document} site={site} />;
    case 'lede-list/1':
      return <ListPage list={document} />;
    case 'lede-archive/1':
      return <MonthsPage months={document} />;
    case 'lede-own/1':
      return <OwnPage page={document.page} />;
    case 'lede-page/1':
      return <PublisherPage page={document} />;
  }
}
