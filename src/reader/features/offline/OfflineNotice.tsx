import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { pageAddress } from '../../../model/address.ts';
import type { Site } from '../../../model/edition.ts';
import { takeAside, useAside } from '../../data/aside.ts';
import { documentQuery, pointerQuery } from '../../data/queries.ts';
import { NoticeBar } from '../../furniture/NoticeBar.tsx';
import { NoticeText } from '../../furniture/NoticeText.tsx';
import { formatSince } from '../../ui/formatMoment.ts';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { useFoot } from '../../ui/useFoot.ts';
import { words } from '../../ui/words.ts';
import { EditionNotice } from './EditionNotice.tsx';
import { markHeld } from './heldMarks.ts';
import { KeepReading } from './KeepReading.tsx';
import { useNewEdition } from './useNewEdition.ts';
import styles from './OfflineNotice.module.css';
import { askKnown, newerThan, openPage, readOffline, subscribeToOffline } from './offlineStore.ts';

export { startOffline } from './offlineStore.ts';

const text = words.device;

/** How soon a page that is not known to be current is asked about again. Milliseconds. */
const soon = 4000;

interface Props {
  site: Site;
  address: string;
  version: string | undefined;
  /** What is said when there is nothing to say of the line. */
  otherwise?: ReactNode;
}

/** What the reader should know of the line while a page is open: one sentence at the foot of the window, or nothing. */
export function OfflineNotice({ site, address, version, otherwise }: Props): ReactNode {
  const offline = useSyncExternalStore(subscribeToOffline, readOffline);
  const { line, held, dismissed } = offline;
  const foot = useFoot();
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

  const edition = useNewEdition(site.base, address);
  const { data: pointer } = useQuery(pointerQuery(site.base));
  const { data: known } = useQuery({
    queryKey: ['known', address, line, pointer?.version],
    queryFn: () => askKnown(address),
    refetchInterval: ({ state }) => (state.data?.isOld === true ? soon : false),
    gcTime: 0,
  });
  const asOf =
    known?.checked === undefined ? undefined : text.asOf(formatSince(known.checked, site.language));
  const isOld = known?.isOld === true && known.version === version;
  const { version: aside } = useAside(site.base, address);
  const offered = aside ?? newerThan(offline, address, version);
  const isOffered = offered !== undefined && offered !== version && !dismissed.has(offered);
  const age = `${address} ${asOf}`;
  return (
    <NoticeBar at="foot" {...foot}>
      {line !== 'ok' && !dismissed.has(line) ? (
        <LineNotice line={line} asOf={asOf} site={site} />
      ) : edition !== undefined && !dismissed.has(edition.version) ? (
        <EditionNotice base={site.base} edition={edition} />
      ) : isOffered ? (
        <NewerNotice site={site} address={address} version={offered} isHere={offered === aside} />
      ) : line !== 'ok' ? null : isOld && asOf !== undefined && !dismissed.has(age) ? (
        <>
          <NoticeText title={asOf}>{text.noneNewer}</NoticeText>
          <KeepReading without={age} />
        </>
      ) : (
        otherwise
      )}
    </NoticeBar>
  );
}

function LineNotice({
  line,
  asOf = text.stays,
  site,
}: {
  line: keyof typeof text.lines;
  asOf: string | undefined;
  site: Site;
}): ReactNode {
  return (
    <>
      <NoticeText title={text.lines[line]}>{asOf}</NoticeText>
      {line === 'sign-in' && <a href={`${site.base}?sign-in`}>{text.signIn}</a>}
      <span className={styles.legend}>
        <i data-whole="" />
        {text.here} <i />
        {text.headlineHere}
      </span>
      <SiteLink to={pageAddress('device')}>{text.whatIsHere}</SiteLink>
      <KeepReading without={line} />
    </>
  );
}

/** A copy that came after an older one was shown waits until the reader asks for it. */
function NewerNotice({
  site,
  address,
  version,
  isHere,
}: {
  site: Site;
  address: string;
  version: string;
  /** In memory, rather than with the worker. */
  isHere: boolean;
}): ReactNode {
  const client = useQueryClient();
  const show = (): void => {
    if (isHere) takeAside(client, site.base, address);
    else void client.prefetchQuery({ ...documentQuery(site.base, address), staleTime: 0 });
  };
  return (
    <>
      <NoticeText title={text.newerPage} />
      <button type="button" onClick={show}>
        {text.show}
      </button>
      <KeepReading without={version} />
    </>
  );
}
