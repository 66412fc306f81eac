import { Component, type ReactNode } from 'react';
import styles from './LateBoundary.module.css';
import { reloadOnce } from './reloadOnce.ts';
import { words } from './words.ts';

interface State {
  isLost: boolean;
}

/**
 * Stands around a part that is fetched when it is wanted. When it cannot be had, since a newer version has taken its
 * place or there is no connection, the page is loaded again once; after that it says so and goes on without the part.
 */
export class LateBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { isLost: false };

  static getDerivedStateFromError(): State {
    return { isLost: true };
  }

  override componentDidCatch(): void {
    void reloadOnce(import.meta.url);
  }

  override render(): ReactNode {
    if (!this.state.isLost) return this.props.children;
    return <output className={`meta ${styles.lost}`}>{words.partLost}</output>;
  }
}
