import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import styles from '../../furniture/TrailRows.module.css';
import { useWordsLanguage } from '../../ui/site.ts';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { words } from '../../ui/words.ts';
import { followHeld, readOffline, subscribeToOffline } from './offlineStore.ts';

/** Headlines listed; the rest are found on the fronts and on the page of what is on this device. */
const shown = 12;

interface Props {
  /** What else there is; it comes together with the headlines, so that they never push it down. */
  children: ReactNode;
}

/** Where a page is not on this device: what is. */
export function HeldHeadlines({ children }: Props): ReactNode {
  const { held } = useSyncExternalStore(subscribeToOffline, readOffline);
  const lang = useWordsLanguage();
  const [isAnswered, setAnswered] = useState(held !== undefined);
  useEffect(() => void followHeld().finally(() => setAnswered(true)), []);
  const stories = held
    ?.filter(({ address, isWhole }) => isWhole && address.startsWith('/story/'))
    .slice(0, shown);
  if (!isAnswered) return null;
  if (stories === undefined) return children;
  return (
    <>
      <section>
        <h2 className="label" lang={lang}>
          {words.device.readable}
        </h2>
        {stories.length === 0 ? (
          <p className="summary" lang={lang}>
            {words.device.nothing}
          </p>
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
      {children}
    </>
  );
}
