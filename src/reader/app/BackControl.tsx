import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { BackIcon } from '../ui/BackIcon.tsx';
import { useScripted } from '../ui/useScripted.ts';
import { words } from '../ui/words.ts';
import styles from './BackControl.module.css';

/**
 * The way back for an edition that stands on a home screen, where the browser shows none of its own: its style shows it
 * there and nowhere else. There as soon as there is something to go back to.
 */
export function BackControl(): ReactNode {
  // Every move is a new place, at which it is asked anew.
  useLocation();
  if (!useScripted() || !hasPast()) return null;
  return (
    <button type="button" className={styles.back} onClick={() => window.history.back()}>
      <BackIcon />
      {words.back}
    </button>
  );
}

/** Whether a page of this edition lies before this one. Where the browser does not say, the router's own count does. */
function hasPast(): boolean {
  const navigation: unknown = Reflect.get(window, 'navigation');
  if (navigation !== null && typeof navigation === 'object' && 'canGoBack' in navigation) {
    return navigation.canGoBack === true;
  }
  const state: unknown = window.history.state;
  const index: unknown = state !== null && typeof state === 'object' && Reflect.get(state, 'idx');
  return typeof index === 'number' && index > 0;
}
