import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { words } from '../ui/words.ts';
import styles from './LoadingPage.module.css';

/** The shape of the page to come, at its true sizes. Still; shown only when the page takes its time. */
export function LoadingPage({ kind }: { kind: 'front' | 'story' | 'list' }) {
  return (
    <div className={styles.skeleton} data-kind={kind}>
      <output>
        <VisuallyHidden>{words.loading}</VisuallyHidden>
      </output>
      <div className={styles.head}>
        <i data-part="kicker" />
        <i data-part="headline" />
        <i data-part="headline" data-short="" />
      </div>
      <div className={styles.main}>
        <div>
          <i />
          <i />
          <i />
          <i data-short="" />
        </div>
        <b />
      </div>
    </div>
  );
}
