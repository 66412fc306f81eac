import { useId } from 'react';
import { sectionAddress } from '../../model/address.ts';
import type { Strip } from '../../model/edition.ts';
import type { Trail } from '../../model/trail.ts';
import { useSpoken } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { HeadlineLink } from './HeadlineLink.tsx';
import { Kicker } from './Kicker.tsx';
import { PictureImage } from './PictureImage.tsx';
import styles from './SectionStrip.module.css';

const sizes = '(width >= 84rem) 15rem, (width >= 64rem) 18vw, (width >= 48rem) 46vw, 100vw';

/** Some stories of a section: its name in the margin, the stories ruled off in columns. */
export function SectionStrip({ strip: { section, trails } }: { strip: Strip }) {
  const id = useId();
  return (
    <section className={styles.strip} aria-labelledby={id}>
      <h2 className={`headline ${styles.name}`} id={id}>
        <SiteLink to={sectionAddress(section.slug)}>{section.name}</SiteLink>
      </h2>
      <ul className={styles.stories}>
        {trails.map((trail) => (
          <Entry key={trail.slug} trail={trail} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ trail }: { trail: Trail }) {
  const spoken = useSpoken(trail);
  return (
    <li>
      <article className={styles.story} {...spoken}>
        {trail.picture !== undefined && (
          <figure className={styles.figure}>
            <PictureImage picture={trail.picture} sizes={sizes} isTrail />
          </figure>
        )}
        <Kicker label={trail.label} />
        <HeadlineLink trail={trail} level={3} size={3} />
        {trail.summary !== undefined && (
          <p className={`summary ${styles.summary}`}>{trail.summary}</p>
        )}
      </article>
    </li>
  );
}
