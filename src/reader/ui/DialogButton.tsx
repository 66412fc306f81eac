import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import styles from './DialogButton.module.css';
import { LateBoundary } from './LateBoundary.tsx';
import { useScripted } from './useScripted.ts';

interface Props {
  name: string;
  icon: ReactNode;
  /** The dialog, fetched when it is first shown; open from its first moment. */
  dialog: ComponentType;
  /** A hand is on its way to the button. */
  onMeant: () => void;
}

/** Opens a dialog. Its place is kept from the first paint; it shows once script can make it work. */
export function DialogButton({ name, icon, dialog: Dialog, onMeant }: Props): ReactNode {
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
        onPointerEnter={onMeant}
        onFocus={onMeant}
        onClick={() => setOpened(opened + 1)}
      >
        {icon}
        <span>{name}</span>
      </button>
      {opened > 0 && (
        // Each time anew: a closed dialog stays closed, and one that could not be had is tried again.
        <LateBoundary key={opened}>
          <Suspense>
            <Dialog />
          </Suspense>
        </LateBoundary>
      )}
    </>
  );
}
