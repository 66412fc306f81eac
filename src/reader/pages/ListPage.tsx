import type { List } from '../../model/edition.ts';
import { TrailItem } from '../furniture/TrailItem.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './ListPage.module.css';

/** One page of a section, a topic, an author's stories or a month. */
export function ListPage({ list }: { list: List }) {
  const { kind, title, page, stories, trails } = list;
  const about =
    page === undefined ? stories !== undefined && words.stories(stories) : words.page(page);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {words.listKinds[kind] !== undefined && <p className="kicker">{words.listKinds[kind]}</p>}
        <h1 className="title" tabIndex={-1}>
          {title}
        </h1>
        {about !== false && <p className="meta">{about}</p>}
      </header>
      <div className={styles.body}>
        {trails.length === 0 ? (
          <p className={`standfirst ${styles.list}`}>{words.emptyList}</p>
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
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className={styles.pages} aria-label={words.pages}>
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
