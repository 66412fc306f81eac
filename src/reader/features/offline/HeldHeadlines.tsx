import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import styles from '../../furniture/TrailRows.module.css';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { words } from '../../ui/words.ts';
import { followHeld, readOffline, subscribeToOffline } from './offlineStore.ts';

/** Headlines listed; the rest are a search or a front away. */
const shown = 12;

/** Where a page is not on this device: what is. */
export function HeldHeadlines(): ReactNode {
  const { held } = useSyncExternalStore(subscribeToOffline, readOffline);
  useEffect(() => void followHeld(), []);
  const stories = held
    ?.filter(({ address, isWhole }) => isWhole && address.startsWith('/story/'))
    .slice(0, shown);
  if (stories === undefined) return null;
  return (
    <section>
      <h2 className="label">{words.device.readable}</h2>
      {stories.length === 0 ? (
        <p className="summary">{words.device.nothing}</p>
      ) : (
        <ul className={styles.rows}>
          {stories.map(({ address, title }) => (
            <li key={address} dir="auto">
              <SiteLink to={address}>{title}</SiteLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
