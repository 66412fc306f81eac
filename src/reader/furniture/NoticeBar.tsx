import type { ComponentProps } from 'react';
import { useWordsLanguage } from '../ui/site.ts';
import styles from './NoticeBar.module.css';

interface Props extends ComponentProps<'output'> {
  /** Under the masthead, or at the foot of the window, where what comes while reading moves nothing. */
  at: 'head' | 'foot';
}

/** The line in which something is said: one thing at a time, with what can be done about it. Empty, it takes no room. */
export function NoticeBar({ at, ...output }: Props) {
  const lang = useWordsLanguage();
  return <output className={styles.bar} data-at={at} lang={lang} {...output} />;
}
