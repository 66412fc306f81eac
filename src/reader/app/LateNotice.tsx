import { createElement, useSyncExternalStore, type ReactNode } from 'react';
import { readNotice, subscribeToNotice } from './late.ts';
import styles from './LateNotice.module.css';
import type { PageShown } from './pageShown.ts';

const none = (): undefined => undefined;

/**
 * The place at the foot of the window where the app says what happens while a page is read: there from the first paint,
 * empty, so that nothing on the page moves when something is said and a screen reader hears it.
 */
export function LateNotice(page: PageShown): ReactNode {
  const Notice = useSyncExternalStore(subscribeToNotice, readNotice, none);
  return <div className={styles.place}>{Notice && createElement(Notice, page)}</div>;
}
