import type { ReactNode } from 'react';
import { pageAddress } from '../../../model/address.ts';
import { setLooking } from '../../data/looking.ts';
import { useLooking } from '../../data/useLooking.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { words } from '../../ui/words.ts';
import styles from './TakeAlong.module.css';
import { TakeAlong } from './TakeAlong.tsx';

/** What there is to take along, how large it is, how far it is, and the way to stop or undo it. */
export function TakeAlongDialog(): ReactNode {
  return (
    <Dialog title={words.take.title}>
      <p className={styles.aside}>{words.take.why}</p>
      <TakeAlong />
      <LookChoice />
      <p>
        <SiteLink className={styles.action} to={pageAddress('device')}>
          {words.device.whatIsHere}
        </SiteLink>
      </p>
    </Dialog>
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
