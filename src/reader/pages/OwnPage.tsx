import type { ReactNode } from 'react';
import type { OwnThings } from '../../model/edition.ts';
import { HistoryStories } from '../features/history/HistoryStories.tsx';
import { SavedStories } from '../features/saved/SavedStories.tsx';
import { WaysOn } from '../furniture/WaysOn.tsx';
import { useWordsLanguage } from '../ui/site.ts';
import { words, wordsWithoutScript } from '../ui/words.ts';
import { DeviceBody } from './DeviceBody.tsx';
import styles from './ListPage.module.css';
import own from './OwnPage.module.css';

const bodies: Record<OwnThings['page'], () => ReactNode> = {
  saved: SavedStories,
  history: HistoryStories,
  device: DeviceBody,
};

/** One of the pages with the reader's own things: the same for all readers as published, filled on the device. */
export function OwnPage({ page }: Pick<OwnThings, 'page'>) {
  const lang = useWordsLanguage();
  const Body = bodies[page];
  const { name, about } = words.own[page];
  return (
    <div className={styles.page} lang={lang}>
      <header className={styles.head}>
        <h1 className="title" tabIndex={-1}>
          {name}
        </h1>
        <p className="meta">{about}</p>
      </header>
      <div className={`${styles.body} ${own.body}`}>
        <noscript>
          {import.meta.env.SSR && (
            <>
              <p className="standfirst">{wordsWithoutScript.neededHere}</p>
              <WaysOn />
            </>
          )}
        </noscript>
        <Body />
      </div>
    </div>
  );
}
