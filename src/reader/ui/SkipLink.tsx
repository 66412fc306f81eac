import { useWordsLanguage } from './site.ts';
import styles from './SkipLink.module.css';
import { words } from './words.ts';

/** First on every page: past masthead and sections to the main part, whose id is `main`. */
export function SkipLink() {
  const lang = useWordsLanguage();
  return (
    <a className={styles.skip} href="#main" lang={lang}>
      {words.skipLink}
    </a>
  );
}
