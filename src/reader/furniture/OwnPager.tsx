import { ownWords } from '../ui/ownWords.ts';
import { words } from '../ui/words.ts';
import styles from './OwnPager.module.css';

interface Props {
  from: number;
  /** Rows on a page. */
  size: number;
  of: number;
  onChange: (from: number) => void;
}

/** Steps through a long list of the reader's own, a page at a time, so that thousands of rows stay quick. */
export function OwnPager({ from, size, of, onChange }: Props) {
  if (of <= size) return null;
  return (
    <nav className={styles.pager} aria-label={words.pages}>
      <button
        type="button"
        className="action"
        disabled={from === 0}
        onClick={() => onChange(Math.max(0, from - size))}
      >
        {ownWords.newerOnes}
      </button>
      <output className="meta">{ownWords.range(from + 1, Math.min(from + size, of), of)}</output>
      <button
        type="button"
        className="action"
        disabled={from + size >= of}
        onClick={() => onChange(from + size)}
      >
        {ownWords.olderOnes}
      </button>
    </nav>
  );
}
