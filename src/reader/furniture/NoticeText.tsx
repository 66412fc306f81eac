import type { ReactNode } from 'react';
import styles from './NoticeBar.module.css';

interface Props {
  /** Stands before the title. */
  sign?: ReactNode;
  title: string;
  children?: ReactNode;
}

/** What a notice says: the thing itself, then what follows from it. What can be done stands beside it. */
export function NoticeText({ sign, title, children }: Props) {
  return (
    <span className={styles.sentence}>
      {sign}
      <strong>{title}</strong> {children}
    </span>
  );
}
