import type { Site } from '../../model/edition.ts';
import type { Brief } from '../../model/story.ts';
import { Actions } from '../furniture/Actions.tsx';
import { hostOf } from '../furniture/hostOf.ts';
import { RelatedHeadlines } from '../furniture/RelatedHeadlines.tsx';
import { TrailRows } from '../furniture/TrailRows.tsx';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import styles from './ShortPage.module.css';

/** A headline whose story is not here: says so plainly and offers what is. */
export function BriefPage({ brief, site }: { brief: Brief; site: Site }) {
  const spoken = useSpoken(brief);
  const lang = useWordsLanguage();
  const { headline, link, namedBy, related } = brief;
  return (
    <div className={styles.page}>
      <article className={styles.column}>
        <p className="kicker" lang={lang}>
          {words.brief.kicker}
        </p>
        <h1 className={styles.headline} tabIndex={-1} {...spoken}>
          {headline}
        </h1>
        <p className="standfirst" lang={lang}>
          {words.brief.explanation(site.name)}
        </p>
        {link !== undefined && (
          <Actions>
            <a className="action" href={link} rel="external" lang={lang}>
              {words.brief.source(hostOf(link))}
            </a>
          </Actions>
        )}
      </article>
      <div className={styles.column}>
        <TrailRows name={words.brief.namedBy} trails={namedBy} />
      </div>
      <RelatedHeadlines related={related} place="foot" otherwise={words.sameList} />
    </div>
  );
}
