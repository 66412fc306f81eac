import { archiveAddress, sectionAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './TrailRows.module.css';

/** The sections and the archive, for a reader who found nothing at an address. */
export function WhatIsHere({ site }: { site: Site }) {
  const lang = useWordsLanguage();
  return (
    <section>
      <h2 className="label" lang={lang}>
        {words.notFound.stillHere}
      </h2>
      <ul className={styles.rows}>
        {site.sections.map(({ slug, name }) => (
          <li key={slug}>
            <SiteLink to={sectionAddress(slug)}>{name}</SiteLink>
          </li>
        ))}
        <li lang={lang}>
          <SiteLink to={archiveAddress}>{words.archive}</SiteLink>
        </li>
      </ul>
    </section>
  );
}
