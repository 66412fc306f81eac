import { Suspense, type ReactNode } from 'react';
import { frontAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import type { LoadProblemKind } from '../data/problems.ts';
import { Actions } from '../furniture/Actions.tsx';
import { WhatIsHere } from '../furniture/WhatIsHere.tsx';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { late } from '../ui/late.ts';
import { useScripted } from '../ui/useScripted.ts';
import { words } from '../ui/words.ts';
import styles from './ShortPage.module.css';

const HeldHeadlines = late(
  async () => (await import('../features/offline/HeldHeadlines.tsx')).HeldHeadlines,
  ({ children }: { children?: ReactNode }) => children,
);

/** Problems for which what is on this device is all there is to read. */
const cutOff: ReadonlySet<string> = new Set(['offline', 'timeout', 'server', 'sign-in']);

interface Props {
  kind: Exclude<LoadProblemKind, 'not-here'>;
  site: Site;
  onRetry?: () => void;
}

/** A page that could not be had: what happened, and what the reader can still do. */
export function ProblemPage({ kind, site, onRetry }: Props) {
  const lang = useWordsLanguage();
  const isScripted = useScripted();
  const { title, happened, can } = words.problems[kind];
  return (
    <div className={styles.page}>
      <div className={styles.column} lang={lang}>
        <h1 className={styles.lost} tabIndex={-1}>
          {title}
        </h1>
        <p className="standfirst">{happened}</p>
        <p className="summary">{can}</p>
        <Actions>
          {onRetry !== undefined && (
            <button type="button" className="action" onClick={onRetry}>
              {words.retry}
            </button>
          )}
          <SiteLink className="action" to={frontAddress}>
            {words.frontPage}
          </SiteLink>
          {kind === 'sign-in' && (
            <a className="action" href={`${site.base}?sign-in`}>
              {words.device.signIn}
            </a>
          )}
        </Actions>
      </div>
      {cutOff.has(kind) ? (
        <div className={`${styles.column} ${styles.awaited}`}>
          {isScripted && (
            <Suspense>
              <HeldHeadlines>
                <WhatIsHere site={site} />
              </HeldHeadlines>
            </Suspense>
          )}
        </div>
      ) : (
        <div className={styles.column}>
          <WhatIsHere site={site} />
        </div>
      )}
    </div>
  );
}
