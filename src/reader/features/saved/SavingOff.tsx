import type { ReactNode } from 'react';
import type { StorageProblem } from '../../storage/outcome.ts';
import { ownWords } from '../../ui/ownWords.ts';
import styles from './SaveButton.module.css';

/** Why nothing can be saved in this browser. */
export function SavingOff({ problem }: { problem: StorageProblem }): ReactNode {
  return <p className={`meta ${styles.off}`}>{ownWords.off(problem)}</p>;
}
