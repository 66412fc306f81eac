import type { ReactNode } from 'react';
import type { Weight } from '../../../model/workerMessages.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { words } from '../../ui/words.ts';
import styles from './DeviceList.module.css';

interface Props {
  name: string;
  /** How much of it there is. */
  weight: Weight;
  /** What it is, where its name does not say so. */
  about?: string;
  /** Said of what was just done to it. */
  said?: string | false;
  /** Links and buttons. */
  children?: ReactNode;
}

/** One kind of what is stored: the colour it has in the bar, how much, and what can be done with it. */
export function PartRow({ name, weight, about, said, children }: Props) {
  return (
    <li>
      <div className={styles.part}>
        <p>
          <strong>{name}</strong> <span className={styles.amount}>{amountOf(weight)}</span>
          <output>{said !== undefined && said !== false && ` ${said}`}</output>
        </p>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </li>
  );
}

function amountOf({ stories, bytes }: Weight): string {
  if (bytes === 0) return ownWords.device.nothing;
  return stories === 0 ? formatBytes(bytes) : `${words.stories(stories)} · ${formatBytes(bytes)}`;
}
