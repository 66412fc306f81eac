import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query';
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
import { Skeleton } from './Loading.tsx';
import { pageTitle } from './pageTitle.ts';
import { RelatedPrefetcher } from './RelatedPrefetcher.tsx';

interface Props {
  site: Site;
  address: string;
}

/**
 * The page at an address: its skeleton until its document is there, and a word when what it shows could not be brought up
 * to date. The query library's own waiting (`useSuspenseQuery`) would keep the page before in the document, hidden.
 * @throws what kept the document from coming, for the boundary around it
 */
export function DocumentPage({ site, address }: Props): ReactNode {
  const isAskedAgain = useQueryErrorResetBoundary().isReset();
  const {
    data: document,
    error,
    isRefetchError,
    dataUpdatedAt,
  } = useQuery({
    ...documentQuery(site.base, address),
    // What could not be had a moment ago is said at once, and asked for again when the reader wants it.
    enabled: ({ state }) => state.status !== 'error' || isAskedAgain,
    // Never asked for anew by being shown: who goes back finds the page that was left. What is newer comes before a page
    // is shown, or waits beside it.
    staleTime: 'static',
  });
  const { isBehind } = useAside(site.base, address);
  const { key } = useLocation();
  if (document === undefined && error !== null) throw error;
  const notice = (isRefetchError || isBehind) && (
    <StaleNotice when={formatMoment(dataUpdatedAt, site.language)} />
  );
  return (
    <Frame site={site} address={address} {...(document && { document })} notice={notice}>
      {document === undefined ? (
        <Skeleton site={site} address={address} />
      ) : (
        <Arrival title={pageTitle(site, document)}>
          {/* Each visit its own: nothing that was open or said on the last page stays. */}
          <Fragment key={key}>
            {arrange(document, site)}
            <RelatedPrefetcher base={site.base} />
          </Fragment>
        </Arrival>
      )}
    </Frame>
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
