import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Site } from '../../../model/edition.ts';
import { documentQuery } from '../../data/queries.ts';
import { formatSince } from '../../ui/formatMoment.ts';
import { words } from '../../ui/words.ts';
import { EditionNotice } from './EditionNotice.tsx';
import { markHeld } from './heldMarks.ts';
import { useNewEdition } from './useNewEdition.ts';
import styles from './OfflineNotice.module.css';
import { checkedAt, openPage, readOffline, subscribeToOffline } from './offlineStore.ts';

export { startOffline } from './offlineStore.ts';

const text = words.device;

interface Props {
  site: Site;
  address: string;
  version: string | undefined;
}

/** What the reader should know of the line while a page is open: one sentence at the foot of the window, or nothing. */
export function OfflineNotice({ site, address, version }: Props): ReactNode {
  const { line, held, newer } = useSyncExternalStore(subscribeToOffline, readOffline);
  const [dismissed, setDismissed] = useState<string>();
  // Told once more when the line is back: what was broken off then goes on.
  useEffect(() => {
    if (line === 'ok') openPage(address);
  }, [address, line]);
  useEffect(() => {
    if (line === 'ok' || held === undefined) return undefined;
    return markHeld(
      site.base,
      new Set(held.flatMap((page) => (page.isWhole ? [page.address] : []))),
    );
  }, [line, held, site.base]);

  const edition = useNewEdition(site.base);
  const offered = newer.get(address);
  const isOffered = offered !== undefined && offered !== version && offered !== dismissed;
  const keepReading = (what: string) => (): void => {
    setDismissed(what);
    // The button that had the focus goes; the page takes it back, where it was.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <output className={styles.bar}>
      {line !== 'ok' ? (
        <LineNotice line={line} address={address} site={site} />
      ) : edition !== undefined && edition.version !== dismissed ? (
        <EditionNotice base={site.base} edition={edition} onKeep={keepReading(edition.version)} />
      ) : (
        isOffered && <NewerNotice site={site} address={address} onKeep={keepReading(offered)} />
      )}
    </output>
  );
}

function LineNotice({
  line,
  address,
  site,
}: {
  line: keyof typeof text.lines;
  address: string;
  site: Site;
}): ReactNode {
  const [checked, setChecked] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    void checkedAt(address).then((moment) => isCurrent && setChecked(moment));
    return () => {
      isCurrent = false;
    };
  }, [address, line]);
  return (
    <>
      <span className={styles.sentence}>
        <strong>{text.lines[line]}</strong>{' '}
        {checked === undefined ? text.stays : text.asOf(formatSince(checked, site.language))}
      </span>
      {line === 'sign-in' && <a href={`${site.base}?sign-in`}>{text.signIn}</a>}
      <span className={styles.legend}>
        <i data-whole="" />
        {text.here} <i />
        {text.headlineHere}
      </span>
    </>
  );
}

/** A copy that came after an older one was shown waits until the reader asks for it. */
function NewerNotice({
  site,
  address,
  onKeep,
}: {
  site: Site;
  address: string;
  onKeep: () => void;
}): ReactNode {
  const client = useQueryClient();
  const show = (): void => {
    void client.invalidateQueries({ queryKey: documentQuery(site.base, address).queryKey });
  };
  return (
    <>
      <span className={styles.sentence}>
        <strong>{text.newerPage}</strong>
      </span>
      <button type="button" onClick={show}>
        {text.show}
      </button>
      <button type="button" onClick={onKeep}>
        {text.keepReading}
      </button>
    </>
  );
}
