import type { List } from '../../model/edition.ts';
import { TrailItem } from '../furniture/TrailItem.tsx';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './ListPage.module.css';

/** One page of a section, a topic, an author's stories or a month. */
export function ListPage({ list }: { list: List }) {
  const lang = useWordsLanguage();
  const { kind, title, page, stories, trails } = list;
  const about =
    page === undefined ? stories !== undefined && words.stories(stories) : words.page(page);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {words.listKinds[kind] !== undefined && (
          <p className="kicker" lang={lang}>
            {words.listKinds[kind]}
          </p>
        )}
        <h1 className="title" tabIndex={-1}>
          {title}
        </h1>
        {about !== false && (
          <p className="meta" lang={lang}>
            {about}
          </p>
        )}
      </header>
      <div className={styles.body}>
        {trails.length === 0 ? (
          <p className={`standfirst ${styles.list}`} lang={lang}>
            {words.emptyList}
          </p>
        ) : (
          <ul className={styles.list}>
            {trails.map((trail, index) => (
              <TrailItem
                key={trail.slug}
                trail={trail}
                isLarge={index === 0 && trail.picture !== undefined}
              />
            ))}
          </ul>
        )}
        <Pages list={list} />
      </div>
    </div>
  );
}

function Pages({ list: { older, newer } }: { list: List }) {
  const lang = useWordsLanguage();
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className={styles.pages} aria-label={words.pages} lang={lang}>
      {newer !== undefined && (
        <SiteLink className="action" to={newer} rel="prev">
          {words.newer}
        </SiteLink>
      )}
      {older !== undefined && (
        <SiteLink className="action" to={older} rel="next">
          {words.older}
        </SiteLink>
      )}
    </nav>
  );
}
