import styles from './SkipLink.module.css';
import { words } from './words.ts';

/** First on every page: past masthead and sections to the main part, whose id is `main`. */
export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      {words.skipLink}
    </a>
  );
}
