import { useEffect, useId, useSyncExternalStore, type ReactNode, type Ref } from 'react';
import { setLooking } from '../../data/looking.ts';
import { useLooking } from '../../data/useLooking.ts';
import { words } from '../../ui/words.ts';
import { askForTake, readTake, subscribeToTake } from './takeStore.ts';
import { TakeOffers } from './TakeOffers.tsx';
import { TakeProgress } from './TakeProgress.tsx';
import styles from './TakeAlongDialog.module.css';

const text = words.take;

/** What there is to take along, how large it is, how far it is, and the way to stop or undo it. */
export function TakeAlongDialog({ ref }: { ref: Ref<HTMLDialogElement> }): ReactNode {
  const title = useId();
  return (
    <dialog ref={ref} className={styles.panel} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title}>{text.title}</h2>
        <button
          type="button"
          className={styles.done}
          onClick={(event) => event.currentTarget.closest('dialog')?.close()}
        >
          {text.done}
        </button>
      </div>
      <p>{text.why}</p>
      <TakeAlong />
      <LookChoice />
    </dialog>
  );
}

/** Whether the app asks its host for a newer edition while a page is read. */
function LookChoice(): ReactNode {
  const looks = useLooking();
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={looks}
        onChange={({ currentTarget }) => setLooking(currentTarget.checked)}
      />
      {words.edition.look}
    </label>
  );
}

/** The control itself, for any page that wants it. */
function TakeAlong(): ReactNode {
  const take = useSyncExternalStore(subscribeToTake, readTake);
  useEffect(() => void askForTake(), []);
  if (!('serviceWorker' in navigator)) return <p className={styles.aside}>{text.impossible}</p>;
  return (
    <>
      {take !== undefined && take.status !== 'none' && <TakeProgress take={take} />}
      {take === undefined || take.offers.length === 0 ? (
        <p className={styles.aside}>{text.unknown}</p>
      ) : (
        <TakeOffers take={take} />
      )}
    </>
  );
}
