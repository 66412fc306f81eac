import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRecords } from '../../data/own/useRecords.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { words } from '../../ui/words.ts';
import styles from './DeviceList.module.css';
import { KeepSafe } from './KeepSafe.tsx';
import { KeptParts } from './KeptParts.tsx';
import { OwnParts } from './OwnParts.tsx';
import { SizeBar } from './SizeBar.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useKept } from './useKept.ts';
import { useTraces } from './useTraces.ts';

const text = ownWords.device;

/**
 * What is stored and how big, what can be removed, and how to take it away or bring it back.
 * @param children what else there is to do with this device, between the list and what keeps it safe
 */
export function DeviceList({ children }: { children?: ReactNode }) {
  const saved = useRecords('saved');
  const traces = useTraces();
  const keeping = useKept();
  const { data: room } = useQuery({
    queryKey: ['own', 'room'],
    queryFn: async () => (await navigator.storage.estimate()).quota ?? null,
    retry: false,
  });
  if (saved === undefined || traces === undefined || keeping.kept === undefined) {
    return <p className="meta">{words.loading}</p>;
  }
  const own = {
    saved: {
      stories: saved.ok ? saved.value.records.length : 0,
      bytes: saved.ok ? saved.value.records.reduce((sum, { bytes }) => sum + bytes, 0) : 0,
    },
    traces: traces.ok ? traces.value : { stories: 0, bytes: 0 },
  };
  const { kept } = keeping;
  const sizes = [
    ...(saved.ok ? [own.saved.bytes, own.traces.bytes] : []),
    ...(kept === null ? [] : [kept.taken.bytes, kept.near.bytes, kept.reader.bytes]),
  ];
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  return (
    <div className={styles.device}>
      {!saved.ok && <p className="standfirst">{ownWords.listOff(saved.problem)}</p>}
      {sizes.length > 0 && (
        <div>
          <SizeBar sizes={sizes} />
          <p className={styles.total}>
            {text.total(formatBytes(total), room ? formatBytes(room) : undefined)}
          </p>
          <ul className={styles.parts}>
            {saved.ok && <OwnParts {...own} />}
            <KeptParts {...keeping} />
          </ul>
        </div>
      )}
      {children}
      <KeepSafe />
      {saved.ok && <TakeAway />}
    </div>
  );
}
