import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownPageAddress } from '../../../model/address.ts';
import { useOwn, useRecords } from '../../data/own/useOwn.ts';
import { forget, remember, type Traces } from '../../storage/history.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { words } from '../../ui/words.ts';
import styles from './DeviceList.module.css';
import { KeepSafe } from './KeepSafe.tsx';
import { SizeBar } from './SizeBar.tsx';
import { TakeAway } from './TakeAway.tsx';

const text = ownWords.device;

/** What is stored and how big, what can be removed, and how to take it away or bring it back. */
export function DeviceList() {
  const own = useOwn();
  const saved = useRecords('saved');
  const visits = useRecords('visits');
  const positions = useRecords('positions');
  const readings = useRecords('readings');
  const [forgotten, setForgotten] = useState<Traces>();
  const { data: used } = useQuery({
    queryKey: ['own', 'estimate', saved, visits],
    queryFn: async () => (await navigator.storage.estimate()).usage ?? 0,
    retry: false,
  });
  if (saved === undefined || visits === undefined) return <p className="meta">{words.loading}</p>;
  if (!saved.ok) return <p className="standfirst">{ownWords.listOff(saved.problem)}</p>;

  const savedBytes = saved.value.records.reduce((sum, { bytes }) => sum + bytes, 0);
  const traceRecords: object[] = [];
  for (const all of [visits, positions, readings])
    if (all?.ok) traceRecords.push(...all.value.records);
  // What storage adds around a record is not ours to know.
  const traceBytes = traceRecords.length === 0 ? 0 : JSON.stringify(traceRecords).length;
  const rest = Math.max(0, (used ?? 0) - savedBytes - traceBytes);
  const clear = async (): Promise<void> => {
    const outcome = await forget(own, 'all');
    if (outcome.ok) setForgotten(outcome.value);
  };
  const undo = async (): Promise<void> => {
    if (forgotten !== undefined && (await remember(own, forgotten)).ok) setForgotten(undefined);
  };

  return (
    <div className={styles.device}>
      <SizeBar
        parts={[
          { name: text.saved, bytes: savedBytes },
          { name: text.traces, bytes: traceBytes },
          { name: text.rest, bytes: rest },
        ]}
      />
      <ul className={styles.parts}>
        <li>
          <span>
            <strong>{text.saved}</strong> {words.stories(saved.value.records.length)} ·{' '}
            {formatBytes(savedBytes)}
          </span>
          <SiteLink className="action" to={ownPageAddress('saved')}>
            {text.openSaved}
          </SiteLink>
        </li>
        <li>
          <span>
            <strong>{text.traces}</strong>{' '}
            {words.stories(visits.ok ? visits.value.records.length : 0)} · {formatBytes(traceBytes)}
            <output>{forgotten !== undefined && ` ${ownWords.historyCleared}`}</output>
          </span>
          {(traceRecords.length > 0 || forgotten !== undefined) && (
            <button
              type="button"
              className="action"
              onClick={() => void (forgotten === undefined ? clear() : undo())}
            >
              {forgotten === undefined ? ownWords.clearHistory : ownWords.undo}
            </button>
          )}
        </li>
        <li>
          <span>
            <strong>{text.rest}</strong> {formatBytes(rest)}
          </span>
        </li>
      </ul>
      <KeepSafe />
      <TakeAway />
    </div>
  );
}
