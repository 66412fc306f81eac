import type { Site } from '../../model/edition.ts';
import { WaysOn } from '../furniture/WaysOn.tsx';
import { WhatIsHere } from '../furniture/WhatIsHere.tsx';
import { useWordsLanguage } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import styles from './ShortPage.module.css';

/** An address at which this edition has nothing, and what it has instead. */
export function NotFoundPage({ site }: { site: Site }) {
  const lang = useWordsLanguage();
  return (
    <div className={styles.page}>
      <div className={styles.column} lang={lang}>
        <h1 className={styles.lost} tabIndex={-1}>
          {words.notFound.title}
        </h1>
        <p className="standfirst">{words.notFound.happened}</p>
        <WaysOn />
      </div>
      <div className={styles.column}>
        <WhatIsHere site={site} />
      </div>
    </div>
  );
}
