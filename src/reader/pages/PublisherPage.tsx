import type { OwnPage } from '../../model/edition.ts';
import { Body } from '../furniture/Body.tsx';
import { useSpoken } from '../ui/site.ts';
import styles from './PublisherPage.module.css';

/** One of the publisher's own pages: about, imprint and the like. */
export function PublisherPage({ page }: { page: OwnPage }) {
  const spoken = useSpoken(page);
  return (
    <article className={styles.page} {...spoken}>
      <h1 className="title" tabIndex={-1}>
        {page.headline}
      </h1>
      <Body blocks={page.body} />
    </article>
  );
}
