import { useId } from 'react';
import { storyAddress } from '../../model/address.ts';
import type { Trail } from '../../model/trail.ts';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './TrailRows.module.css';

/** A few headlines under a name, ruled, without numbers or times. */
export function TrailRows({ name, trails }: { name: string; trails: readonly Trail[] }) {
  const id = useId();
  const lang = useWordsLanguage();
  if (trails.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="label" id={id} lang={lang}>
        {name}
      </h2>
      <ul className={styles.rows}>
        {trails.map((trail) => (
          <Row key={trail.slug} trail={trail} />
        ))}
      </ul>
    </section>
  );
}

function Row({ trail }: { trail: Trail }) {
  const spoken = useSpoken(trail);
  return (
    <li {...spoken}>
      <SiteLink to={storyAddress(trail.slug)}>{trail.headline}</SiteLink>
    </li>
  );
}
