import { useState } from 'react';
import { useOwn } from '../../data/own/useOwn.ts';
import { useRecords } from '../../data/own/useRecords.ts';
import { OwnPager } from '../../furniture/OwnPager.tsx';
import { pageStart } from '../../furniture/pageStart.ts';
import { useListPlace } from '../../furniture/useListPlace.ts';
import { OwnRow } from '../../furniture/OwnRow.tsx';
import { forget, remember, type Traces } from '../../storage/traces.ts';
import type { Visit } from '../../storage/records.ts';
import { formatClock, formatDay } from '../../ui/formatMoment.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { useLanguage } from '../../ui/site.ts';
import { words } from '../../ui/words.ts';
import styles from './HistoryList.module.css';

/** Rows on screen at once, however many there are. */
const pageSize = 50;

interface Removed {
  visit: Visit;
  taken: Traces;
}

/** What the reader opened, by day, newest first. */
export function HistoryList() {
  const own = useOwn();
  const language = useLanguage();
  const visits = useRecords('visits');
  const [removed, setRemoved] = useState<ReadonlyMap<string, Removed>>(new Map());
  const [cleared, setCleared] = useState<Traces>();
  /** What could not be done last. */
  const [failed, setFailed] = useState('');
  const { from, turnTo, listRef } = useListPlace();
  if (visits === undefined) return <p className="meta">{words.loading}</p>;
  if (!visits.ok) return <p className="standfirst">{ownWords.listOff(visits.problem)}</p>;

  const { records, damaged } = visits.value;
  const here = new Set(records.map(({ slug }) => slug));
  const gone = [...removed.values()].map(({ visit }) => visit);
  const all = [...records, ...gone.filter(({ slug }) => !here.has(slug))].toSorted(
    (one, other) => other.at - one.at || (one.slug < other.slug ? -1 : 1),
  );
  const first = pageStart(from, pageSize, all.length);
  const remove = async (visit: Visit): Promise<void> => {
    const outcome = await forget(own, [visit.slug]);
    setFailed(outcome.ok ? '' : ownWords.notRemoved(outcome.problem));
    if (!outcome.ok) return;
    const taken = outcome.value;
    setRemoved((before) => new Map(before).set(visit.slug, { visit, taken }));
  };
  const undo = async ({ slug }: Visit): Promise<void> => {
    const before = removed.get(slug);
    if (before === undefined) return;
    const outcome = await remember(own, before.taken);
    setFailed(outcome.ok ? '' : ownWords.notPutBack(outcome.problem));
  };
  const clear = async (): Promise<void> => {
    const outcome = await forget(own, 'all');
    setFailed(outcome.ok ? '' : ownWords.notRemoved(outcome.problem));
    if (!outcome.ok) return;
    setRemoved(new Map());
    setCleared(outcome.value);
    turnTo(0);
  };
  const undoClear = async (): Promise<void> => {
    if (cleared === undefined) return;
    const outcome = await remember(own, cleared);
    setFailed(outcome.ok ? '' : ownWords.notPutBack(outcome.problem));
    if (outcome.ok) setCleared(undefined);
  };

  return (
    <div className={styles.history} ref={listRef}>
      {damaged > 0 && <p className="meta">{ownWords.damaged(damaged)}</p>}
      {all.length === 0 && cleared === undefined && (
        <p className="standfirst">{ownWords.nothingOpened}</p>
      )}
      {byDay(all.slice(first, first + pageSize), language).map(([day, entries]) => (
        <section key={day}>
          <h2 className="label">
            <bdi>{day}</bdi>
          </h2>
          <ul>
            {entries.map((visit) => (
              <OwnRow
                key={visit.slug}
                story={visit}
                level={3}
                isRead={visit.isRead}
                isRemoved={!here.has(visit.slug)}
                onRemove={() => void remove(visit)}
                onUndo={() => void undo(visit)}
              >
                {[
                  formatClock(visit.at, language),
                  visit.isRead ? words.marks.read : ownWords.opened,
                ].join(' · ')}
              </OwnRow>
            ))}
          </ul>
        </section>
      ))}
      <OwnPager from={first} size={pageSize} of={all.length} onChange={turnTo} />
      <p className={styles.clear}>
        {/* One button for both, so that the focus stays where the reader put it. */}
        {(cleared !== undefined || all.length > 0) && (
          <button
            type="button"
            className="action"
            onClick={() => void (cleared === undefined ? clear() : undoClear())}
          >
            {cleared === undefined ? ownWords.clearHistory : ownWords.undo}
          </button>
        )}
        <output className="meta">
          {failed === '' ? cleared !== undefined && ownWords.historyCleared : failed}
        </output>
      </p>
    </div>
  );
}

function byDay(visits: readonly Visit[], language: string): [string, Visit[]][] {
  const days = new Map<string, Visit[]>();
  for (const visit of visits) {
    const day = formatDay(visit.at, language);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days];
}
