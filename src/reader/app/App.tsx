import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { addressOf, shellAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { SiteProvider } from '../ui/site.ts';
import { useSheetsFor } from '../ui/restOfSheets.ts';
import { DocumentPage } from './DocumentPage.tsx';
import { Frame } from './Frame.tsx';
import { LinkFollower } from './LinkFollower.tsx';
import { LinkPrefetcher } from './LinkPrefetcher.tsx';
import { Loading } from './Loading.tsx';
import { Missing } from './Missing.tsx';
import { OwnThings } from './OwnThings.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { isPageAddress } from './pagePaths.ts';
import { PointerWatcher } from './PointerWatcher.tsx';
import { Problem } from './Problem.tsx';

/** What shows nothing has nothing to do for a printed page; its place stays, since React counts ids by place. */
const isPrinted = import.meta.env.SSR;

interface Props {
  site: Site;
  client: QueryClient;
  /** Address that the host answered with the "not in this edition" page. */
  missing: string | undefined;
}

/** The whole reader inside a router: the publisher renders it to text, the browser hydrates it. */
export function App({ site, client, missing }: Props): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <SiteProvider value={site}>
        {isPrinted ? null : <LinkFollower base={site.base} />}
        {isPrinted ? null : <LinkPrefetcher base={site.base} />}
        {isPrinted ? null : <PointerWatcher base={site.base} />}
        {isPrinted ? null : <OwnThings base={site.base} />}
        <CurrentPage site={site} missing={missing} />
      </SiteProvider>
    </QueryClientProvider>
  );
}

/** One page at a time; masthead and colophon stay while pages change between them. */
function CurrentPage({ site, missing }: Omit<Props, 'client'>): ReactNode {
  const { key, pathname } = useLocation();
  // Inside the router the base is already gone; a last slash or `.html` may still be there.
  const address = addressOf('/', pathname) ?? pathname;
  const hasSheets = useSheetsFor(address);
  // The publisher's rendering of the shell: what stands until the app shows the page that was asked for.
  if (address === shellAddress && missing === undefined) {
    return <Loading site={site} address={address} />;
  }
  // Back to another kind of page before its part of the stylesheet came.
  if (!hasSheets)
    return (
      <Frame site={site} address={address}>
        {null}
      </Frame>
    );
  // The table of paths is all that is asked of the router here: its own elements would double its weight.
  if (missing === address || !isPageAddress(address)) {
    return <Missing site={site} address={address} />;
  }
  return (
    <PageBoundary
      visit={key}
      fallback={(problem, retry) => (
        <Problem site={site} address={address} problem={problem} retry={retry} />
      )}
    >
      <DocumentPage site={site} address={address} />
    </PageBoundary>
  );
}
