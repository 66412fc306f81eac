import { useId } from 'react';
import { tagAddress } from '../../model/address.ts';
import type { Topic } from '../../model/story.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './Topics.module.css';

/** What a story is about; each topic leads to the other stories on it. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  const id = useId();
  const lang = useWordsLanguage();
  if (topics.length === 0) return null;
  return (
    <nav className={styles.topics} aria-labelledby={id}>
      <h2 id={id} lang={lang}>
        {words.topics}
      </h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <SiteLink to={tagAddress(slug)} rel="tag">
              {name}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
