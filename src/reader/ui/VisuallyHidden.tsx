import type { ReactNode } from 'react';
import { useWordsLanguage } from './site.ts';
import styles from './VisuallyHidden.module.css';

/** Words of the interface for those who listen, where the others see them by the arrangement. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return (
    <span className={styles['hidden']} lang={useWordsLanguage()}>
      {children}
    </span>
  );
}
