import { useRef, useState, type ComponentType, type ReactNode, type Ref } from 'react';
import { TakeAlongIcon } from '../../ui/TakeAlongIcon.tsx';
import { useScripted } from '../../ui/useScripted.ts';
import { words } from '../../ui/words.ts';
import styles from './TakeAlongButton.module.css';

type Dialog = ComponentType<{ ref: Ref<HTMLDialogElement> }>;

/** Opens what there is to take along. The dialog is fetched when it is asked for. */
export function TakeAlongButton(): ReactNode {
  const isScripted = useScripted();
  const dialog = useRef<HTMLDialogElement>(null);
  const [Panel, setPanel] = useState<Dialog>();

  const open = async (): Promise<void> => {
    if (Panel === undefined) {
      const found = await import('./TakeAlongDialog.tsx').catch(() => undefined);
      if (found === undefined) return;
      setPanel(() => found.TakeAlongDialog);
      return;
    }
    dialog.current?.showModal();
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-waiting={isScripted ? undefined : ''}
        disabled={!isScripted}
        aria-haspopup="dialog"
        onClick={() => void open()}
      >
        <TakeAlongIcon />
        <span>{words.take.name}</span>
      </button>
      {Panel !== undefined && (
        <Panel
          ref={(element) => {
            if (element !== null && dialog.current === null) element.showModal();
            dialog.current = element;
          }}
        />
      )}
    </>
  );
}
