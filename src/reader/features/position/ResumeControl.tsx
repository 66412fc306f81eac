import { useEffect, useState } from 'react';
import { useOwn } from '../../data/own/useOwn.ts';
import { getRecord } from '../../storage/own.ts';
import type { Position } from '../../storage/records.ts';
import { ownWords } from '../../ui/ownWords.ts';
import styles from './ResumeControl.module.css';
import { findPiece, piecesOf, wayTo } from './pieces.ts';

/** The button appears only for a story that was begun and not finished, and while the reader is at its top. */
export function ResumeControl({ address }: { address: string }) {
  const own = useOwn();
  const [position, setPosition] = useState<Position>();

  // Once, at the beginning: while the reader reads, the record follows them.
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await getRecord(own, 'positions', address);
      if (
        !isGone &&
        found.ok &&
        isHalfway(found.value) &&
        window.scrollY < window.innerHeight / 2
      ) {
        setPosition(found.value);
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [own, address]);

  if (position === undefined) return null;
  const resume = (): void => {
    const pieces = piecesOf(document);
    window.scrollBy({ top: wayTo(position, pieces) ?? 0, behavior: 'instant' });
    const piece = findPiece(position, pieces);
    piece?.setAttribute('tabindex', '-1');
    piece?.focus({ preventScroll: true });
    setPosition(undefined);
  };
  return (
    <button type="button" className={styles.resume} onClick={resume}>
      {ownWords.resume}
    </button>
  );
}

function isHalfway(position: Position | undefined): position is Position {
  if (position === undefined) return false;
  const share = (position.piece + position.into) / position.of;
  return position.piece > 0 && share < 0.9;
}
