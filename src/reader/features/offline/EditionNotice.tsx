import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { frontAddress } from '../../../model/address.ts';
import { documentQuery } from '../../data/queries.ts';
import { NoticeText } from '../../furniture/NoticeText.tsx';
import { useMove } from '../../ui/useMove.ts';
import { words } from '../../ui/words.ts';
import { applyWaitingWorker } from '../../data/askWorker.ts';
import { KeepReading } from './KeepReading.tsx';
import styles from './OfflineNotice.module.css';
import type { NewEdition } from './useNewEdition.ts';

const text = words.edition;

interface Props {
  base: string;
  edition: NewEdition;
}

/** A newer edition is there: how much of it is new, and the choice. Nothing moves until the reader opens it. */
export function EditionNotice({ base, edition }: Props): ReactNode {
  const client = useQueryClient();
  const move = useMove();
  const { counts } = edition;
  const open = (): void => {
    // Asked for the newest, the reader gets the newest worker too.
    void applyWaitingWorker().catch(() => undefined);
    client.setQueryData(documentQuery(base, frontAddress).queryKey, edition.front);
    move(frontAddress);
  };
  return (
    <>
      <NoticeText sign={<i className={styles.fresh} />} title={text.ready}>
        {counts && text.counts(counts.added, counts.changed)}
      </NoticeText>
      <button type="button" onClick={open}>
        {text.open}
      </button>
      <KeepReading without={edition.version} />
    </>
  );
}
