import type { Site } from '../../model/edition.ts';
import type { Withdrawn } from '../../model/story.ts';
import { RelatedHeadlines } from '../furniture/RelatedHeadlines.tsx';
import { useSpoken } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import styles from './ShortPage.module.css';

/** What stays of a story that was taken back: its headline and the publisher's words on why. */
export function WithdrawnPage({ story, site }: { story: Withdrawn; site: Site }) {
  const spoken = useSpoken(story);
  const { headline, notice, at, related } = story;
  return (
    <div className={styles.page}>
      <article className={styles.column}>
        <p className="kicker">{words.withdrawn.kicker}</p>
        <h1 className={styles.headline} tabIndex={-1} {...spoken}>
          {headline}
        </h1>
        <p className="standfirst">{words.withdrawn.explanation(site.name)}</p>
        {notice !== undefined && (
          <p className={styles.notice} {...spoken}>
            {notice}
          </p>
        )}
        {at !== undefined && (
          <p className="meta">
            <time dateTime={at.at}>{words.withdrawn.on(at.date)}</time>
          </p>
        )}
      </article>
      <RelatedHeadlines related={related} place="foot" />
    </div>
  );
}
