import type { Position } from '../../storage/records.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { findPiece, piecesOf, wayTo } from './pieces.ts';
import styles from './ResumeControl.module.css';

interface Props {
  position: Position;
  /** The reader went there. */
  onDone: () => void;
}

/** The button that leads to where the reader stopped. */
export function ResumeControl({ position, onDone }: Props) {
  const resume = (): void => {
    const pieces = piecesOf(document);
    window.scrollBy({ top: wayTo(position, pieces) ?? 0, behavior: 'instant' });
    const piece = findPiece(position, pieces);
    piece?.setAttribute('tabindex', '-1');
    piece?.focus({ preventScroll: true });
    onDone();
  };
  return (
    <button type="button" className={styles.resume} onClick={resume}>
      {ownWords.resume}
    </button>
  );
}
