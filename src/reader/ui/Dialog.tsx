import { useId, type ReactNode } from 'react';
import styles from './Dialog.module.css';
import { useWordsLanguage } from './site.ts';
import { words } from './words.ts';

const open = (dialog: HTMLDialogElement | null): void => dialog?.showModal();

/** A dialog over the page, open from its first moment; what closes it stands beside its title. */
export function Dialog({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const lang = useWordsLanguage();
  const id = useId();
  return (
    <dialog ref={open} className={styles.panel} aria-labelledby={id} lang={lang}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className={styles.done}
          onClick={(event) => event.currentTarget.closest('dialog')?.close()}
        >
          {words.done}
        </button>
      </div>
      {children}
    </dialog>
  );
}
