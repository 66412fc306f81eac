import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { askWorker, tellWorker } from '../../data/askWorker.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { passFocusOn } from '../../ui/passFocusOn.ts';
import { useLostFocus } from '../../ui/useLostFocus.ts';
import { words } from '../../ui/words.ts';
import { askForTake, readTake, subscribeToTake } from './takeStore.ts';
import { TakeOffers } from './TakeOffers.tsx';
import { TakeProgress } from './TakeProgress.tsx';
import styles from './TakeAlong.module.css';

const text = words.take;

/** What there is to take along, how far it is, and the way to stop it, to remove it and to take that back. */
export function TakeAlong(): ReactNode {
  const take = useSyncExternalStore(subscribeToTake, readTake);
  const { key } = useLocation();
  const onFocus = useLostFocus(passFocusOn);
  const [removed, setRemoved] = useState<{ parts: string[]; on: string; part?: string }>();
  useEffect(() => void askForTake(), []);
  if (!('serviceWorker' in navigator)) return <p className={styles.aside}>{text.impossible}</p>;

  const undo = async ({ parts, part }: { parts: string[]; part?: string }): Promise<void> => {
    setRemoved(undefined);
    const answer = await askWorker({ kind: 'put-back', part: 'taken' });
    // What could not be put aside is fetched again.
    const isBack = answer?.kind === 'weight' && answer.parts.taken.bytes > 0;
    if (part !== undefined) await tellWorker({ kind: 'take', parts: [part] });
    else if (!isBack) await tellWorker({ kind: 'take', parts });
  };
  const isThere = take !== undefined && take.status !== 'none';
  return (
    <div onFocus={onFocus}>
      {isThere && (
        <TakeProgress
          take={take}
          onRemove={(part) =>
            setRemoved({ parts: take.parts, on: key, ...(part !== undefined && { part }) })
          }
        />
      )}
      {removed?.on === key && (!isThere || removed.part !== undefined) && (
        <p>
          <output>{ownWords.device.removed}</output>{' '}
          <button type="button" className={styles.action} onClick={() => void undo(removed)}>
            {ownWords.undo}
          </button>
        </p>
      )}
      {take === undefined || take.offers.length === 0 ? (
        <p className={styles.aside}>{text.unknown}</p>
      ) : (
        <TakeOffers take={take} />
      )}
    </div>
  );
}
