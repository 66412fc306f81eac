import { useState } from 'react';
import type { Site } from '../../model/edition.ts';
import type { Withdrawn } from '../../model/story.ts';
import { KeptOffer } from '../features/saved/KeptOffer.tsx';
import { KeptNotice } from '../furniture/KeptNotice.tsx';
import { RelatedHeadlines } from '../furniture/RelatedHeadlines.tsx';
import { KeptPicturesProvider, type KeptStory } from '../ui/keptPictures.ts';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import { FullStoryPage } from './FullStoryPage.tsx';
import styles from './ShortPage.module.css';

/** What stays of a story that was taken back: its headline and the publisher's words on why. */
export function WithdrawnPage({ story, site }: { story: Withdrawn; site: Site }) {
  const spoken = useSpoken(story);
  const lang = useWordsLanguage();
  const { slug, headline, notice, at, related } = story;
  const [kept, setKept] = useState<KeptStory>();
  if (kept !== undefined) {
    return (
      <KeptPicturesProvider value={kept.pictures}>
        <KeptNotice why="not-here" savedAt={kept.savedAt} language={site.language} />
        <FullStoryPage story={kept.story} />
      </KeptPicturesProvider>
    );
  }
  return (
    <div className={styles.page}>
      <article className={styles.column}>
        <p className="kicker" lang={lang}>
          {words.withdrawn.kicker}
        </p>
        <h1 className={styles.headline} tabIndex={-1} {...spoken}>
          {headline}
        </h1>
        <p className="standfirst" lang={lang}>
          {words.withdrawn.explanation(site.name)}
        </p>
        {notice !== undefined && (
          <p className={styles.notice} {...spoken}>
            {notice}
          </p>
        )}
        {at !== undefined && (
          <p className="meta" lang={lang}>
            <time dateTime={at.at}>{words.withdrawn.on(at.date)}</time>
          </p>
        )}
        <KeptOffer slug={slug} onOpen={setKept} />
      </article>
      <RelatedHeadlines related={related} place="foot" otherwise={words.latest} />
    </div>
  );
}
