import type { ReactNode } from 'react';
import { frontAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './Masthead.module.css';
import { Sections } from './Sections.tsx';

/** The day an edition is of, `Wednesday 17 December 2025`, and when it was published, `06:00`. */
interface DayLine {
  day: string;
  time?: string;
}

interface Props {
  site: Site;
  /** Address that the sections mark: the page's own, or that of the section its story stands in. */
  current: string;
  dayLine?: DayLine;
  tools?: ReactNode;
  /** The way back, above all else; it takes no room of the masthead's. */
  back?: ReactNode;
}

/** Head of every page. Where the day stands, the page is the front page and the wordmark its one h1. */
export function Masthead({ site, current, dayLine, tools, back }: Props) {
  const lang = useWordsLanguage();
  const wordmark = (
    <SiteLink to={frontAddress} rel="home">
      {site.name}
    </SiteLink>
  );
  const look = { className: styles.wordmark, 'data-length': lengthOf(site.name) };
  return (
    <header className={styles.masthead}>
      {back}
      {dayLine === undefined ? (
        <p {...look}>{wordmark}</p>
      ) : (
        <h1 {...look} tabIndex={-1}>
          {wordmark}
        </h1>
      )}
      <Edition dayLine={dayLine} tagline={site.tagline} />
      {tools !== undefined && (
        <div className={styles.tools} lang={lang}>
          {tools}
        </div>
      )}
      <Sections site={site} current={current} />
    </header>
  );
}

function Edition({
  dayLine,
  tagline,
}: {
  dayLine: DayLine | undefined;
  tagline?: string | undefined;
}) {
  const lang = useWordsLanguage();
  if (dayLine === undefined) {
    return tagline === undefined ? null : <p className={`meta ${styles.edition}`}>{tagline}</p>;
  }
  const { day, time } = dayLine;
  return (
    <p className={`meta ${styles.edition}`}>
      {day}
      {time !== undefined && (
        <>
          {' '}
          <span>
            <bdi lang={lang}>{words.publishedAt(time)}</bdi>
          </span>
        </>
      )}
    </p>
  );
}

/** A long name is set smaller, so that it keeps to one line on a phone. */
function lengthOf(name: string): 'long' | 'middling' | undefined {
  if (name.length > 16) return 'long';
  return name.length > 8 ? 'middling' : undefined;
}
