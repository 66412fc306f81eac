import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import type { Site } from '../../model/edition.ts';
import { useAside } from '../data/aside.ts';
import { documentQuery } from '../data/queries.ts';
import { StaleNotice } from '../furniture/StaleNotice.tsx';
import { formatMoment } from '../ui/formatMoment.ts';
import { Frame } from './Frame.tsx';
import { Skeleton } from './Loading.tsx';
import { Visits } from './Visits.tsx';

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
  const isBack = useNavigationType() === 'POP';
  const {
    data: document,
    error,
    isRefetchError,
    dataUpdatedAt,
  } = useQuery({
    ...documentQuery(site.base, address),
    // What the link that led here just asked for and could not have is said at once, and asked for again when the reader
    // wants it. Who comes back by the browser asks anew: what failed at another visit says nothing of this one.
    enabled: ({ state }) => state.status !== 'error' || isAskedAgain || isBack,
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
      {document === undefined && <Skeleton site={site} address={address} />}
      <Visits site={site} entry={key} address={address} isHere={document !== undefined} />
    </Frame>
  );
}
