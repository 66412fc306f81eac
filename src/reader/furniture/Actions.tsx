import type { ReactNode } from 'react';
import styles from './Actions.module.css';

/** A row of links and buttons: what the reader can do from here. Each child carries the class `action`. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
