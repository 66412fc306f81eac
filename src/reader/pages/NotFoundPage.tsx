import { archiveAddress, frontAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { Actions } from '../furniture/Actions.tsx';
import { WhatIsHere } from '../furniture/WhatIsHere.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './ShortPage.module.css';

/** An address at which this edition has nothing, and what it has instead. */
export function NotFoundPage({ site }: { site: Site }) {
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.lost} tabIndex={-1}>
          {words.notFound.title}
        </h1>
        <p className="standfirst">{words.notFound.happened}</p>
        <Actions>
          <SiteLink className="action" to={frontAddress}>
            {words.frontPage}
          </SiteLink>
          <SiteLink className="action" to={archiveAddress}>
            {words.archive}
          </SiteLink>
        </Actions>
      </div>
      <div className={styles.column}>
        <WhatIsHere site={site} />
      </div>
    </div>
  );
}
