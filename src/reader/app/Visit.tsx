import { useQuery } from '@tanstack/react-query';
import {
  memo,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { documentQuery } from '../data/queries.ts';
import { FrontPage } from '../pages/FrontPage.tsx';
import { ListPage } from '../pages/ListPage.tsx';
import { MonthsPage } from '../pages/MonthsPage.tsx';
import { OwnPage } from '../pages/OwnPage.tsx';
import { PublisherPage } from '../pages/PublisherPage.tsx';
import { StoryPage } from '../pages/StoryPage.tsx';
import { WholeProvider } from '../ui/whole.ts';
import { afterPaint } from './afterPaint.ts';
import { Arrival } from './Arrival.tsx';
import { pageTitle } from './pageTitle.ts';
import { RelatedPrefetcher } from './RelatedPrefetcher.tsx';
import styles from './Visit.module.css';
import { whenIdle } from './whenIdle.ts';

interface Props {
  site: Site;
  address: string;
  isShown: boolean;
  /** Whether the reader has been there; else it is only made ready. */
  isOpened: boolean;
}

/**
 * What one visit to a page shows. Made ready when the reader seems to be going there, and kept for a while when they go on:
 * hidden and at rest, so that going there or back is a matter of one frame. Of a page made ready there is the beginning; the
 * rest comes when that is on screen. Where a browser cannot hide and keep the layout, it is merely not displayed.
 */
export const Visit = memo(function Visit({ site, address, isShown, isOpened }: Props): ReactNode {
  const { data: document } = useQuery({ ...documentQuery(site.base, address), enabled: false });
  const ref = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(isOpened);
  const page = useMemo(() => document && arrange(document, site), [document, site]);

  // At once: between a press and its click the browser has events to tell of and may come to nothing else.
  useLayoutEffect(() => {
    if (!isShown && !isOpened) layOut(ref.current);
  }, [isShown, isOpened]);

  useEffect(() => {
    if (!isOpened || isWhole) return undefined;
    return afterPaint(() => startTransition(() => setWhole(true)));
  }, [isOpened, isWhole]);

  // Moved behind the page on screen, it lost the one it had: it gets it anew when nobody waits.
  useEffect(() => {
    if (!isShown && isOpened) whenIdle(() => layOut(ref.current));
  }, [isShown, isOpened]);

  if (document === undefined) return null;
  return (
    <div className={styles.visit} hidden={!isShown} data-part={isWhole ? undefined : ''} ref={ref}>
      <Arrival title={pageTitle(site, document)} isShown={isShown}>
        <WholeProvider value={isWhole}>{page}</WholeProvider>
      </Arrival>
      {isShown && <RelatedPrefetcher base={site.base} />}
    </div>
  );
});

/** Asking where something is makes the layout. */
function layOut(visit: HTMLElement | null): void {
  visit?.firstElementChild?.getBoundingClientRect();
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
