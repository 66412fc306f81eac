import { Suspense, useState, type ReactNode } from 'react';
import { late } from '../../data/late.ts';
import { AppearanceIcon } from '../../ui/AppearanceIcon.tsx';
import { LateBoundary } from '../../ui/LateBoundary.tsx';
import { useScripted } from '../../ui/useScripted.ts';
import { words } from '../../ui/words.ts';
import styles from './AppearanceButton.module.css';

const load = async () => (await import('./AppearanceDialog.tsx')).AppearanceDialog;
const Dialog = late(load);
/** A hand on its way to the button brings the dialog; what fails here is tried again by the press itself. */
const fetchAhead = (): void => void load().catch(() => undefined);

/** Opens the Appearance dialog. Its place is kept from the first paint; it shows once script can make it work. */
export function AppearanceButton(): ReactNode {
  const [opened, setOpened] = useState(0);
  const isScripted = useScripted();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-waiting={isScripted ? undefined : ''}
        disabled={!isScripted}
        aria-haspopup="dialog"
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => setOpened(opened + 1)}
      >
        <AppearanceIcon />
        <span>{words.appearance.name}</span>
      </button>
      {opened > 0 && (
        <LateBoundary key={opened}>
          <Suspense>
            <Dialog />
          </Suspense>
        </LateBoundary>
      )}
    </>
  );
}
