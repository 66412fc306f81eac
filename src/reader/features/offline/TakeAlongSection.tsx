import type { ReactNode } from 'react';
import { words } from '../../ui/words.ts';
import { TakeAlong } from './TakeAlong.tsx';
import styles from './TakeAlong.module.css';

/** Taking along as a part of a page. */
export function TakeAlongSection(): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className="label">{words.take.title}</h2>
      <p className={styles.aside}>{words.take.why}</p>
      <TakeAlong />
    </section>
  );
}
