import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  title: string;
  children: ReactNode;
  /** A button or link with what can be done about it. */
  action?: ReactNode;
}

/** One line under the masthead. Never over the text, never more than one at a time. */
export function Notice({ title, children, action }: Props) {
  return (
    <output className={styles.notice}>
      <span className={styles.sentence}>
        <strong>{title}</strong> {children}
      </span>
      {action}
    </output>
  );
}
