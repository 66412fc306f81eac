import { useRef, type ReactNode } from 'react';
import { AppearanceIcon } from '../../ui/AppearanceIcon.tsx';
import { useScripted } from '../../ui/useScripted.ts';
import { words } from '../../ui/words.ts';
import { AppearanceDialog } from './AppearanceDialog.tsx';
import styles from './AppearanceButton.module.css';

/** Opens the Appearance dialog. Its place is kept from the first paint; it shows once script can make it work. */
export function AppearanceButton(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const isScripted = useScripted();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-waiting={isScripted ? undefined : ''}
        disabled={!isScripted}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <AppearanceIcon />
        <span>{words.appearance.name}</span>
      </button>
      {isScripted && <AppearanceDialog ref={dialog} />}
    </>
  );
}
