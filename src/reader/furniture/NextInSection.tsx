import { useId } from 'react';
import type { Named, Trail } from '../../model/trail.ts';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import { HeadlineLink } from './HeadlineLink.tsx';
import styles from './NextInSection.module.css';

/** The next older story of the same section. */
export function NextInSection({ next, section }: { next: Trail; section?: Named }) {
  const id = useId();
  const lang = useWordsLanguage();
  const spoken = useSpoken(next);
  return (
    <nav className={styles.next} aria-labelledby={id}>
      <p className={`meta ${styles.label}`} id={id} lang={lang}>
        {section === undefined ? words.next : words.nextIn(section.name)}
      </p>
      <div {...spoken}>
        <HeadlineLink trail={next} level={2} size={2} />
      </div>
    </nav>
  );
}
