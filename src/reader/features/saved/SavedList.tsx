import { useId, useState } from 'react';
import { useOwn } from '../../data/own/useOwn.ts';
import { useRecords } from '../../data/own/useRecords.ts';
import { withRoom } from '../../data/withRoom.ts';
import { OwnPager } from '../../furniture/OwnPager.tsx';
import { pageStart } from '../../furniture/pageStart.ts';
import { useListPlace } from '../../furniture/useListPlace.ts';
import type { Saved } from '../../storage/records.ts';
import { putSavedBack, removeSaved, type SavedWhole } from '../../storage/saved.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { words } from '../../ui/words.ts';
import styles from './SavedList.module.css';
import { SavedRows } from './SavedRows.tsx';

/** Rows on screen at once, however many there are. */
const pageSize = 50;
/** From this many on, a field to find one in. */
const many = 10;

interface Removed {
  line: Saved;
  whole: SavedWhole;
}

/** The saved stories, newest first. */
export function SavedList() {
  const own = useOwn();
  const lines = useRecords('saved');
  const [removed, setRemoved] = useState<ReadonlyMap<string, Removed>>(new Map());
  /** What could not be done last. */
  const [failed, setFailed] = useState('');
  const { from, turnTo, wanted, lookFor, listRef } = useListPlace();
  const field = useId();
  if (lines === undefined) return <p className="meta">{words.loading}</p>;
  if (!lines.ok) return <p className="standfirst">{ownWords.listOff(lines.problem)}</p>;

  const { records, damaged } = lines.value;
  const gone = [...removed.values()].map(({ line }) => line);
  const here = new Set(records.map(({ slug }) => slug));
  const all = [...records, ...gone.filter(({ slug }) => !here.has(slug))].toSorted(
    (one, other) => other.savedAt - one.savedAt || (one.slug < other.slug ? -1 : 1),
  );
  const found = wanted === '' ? all : all.filter(({ headline }) => isIn(headline, wanted));
  const first = pageStart(from, pageSize, found.length);
  const remove = async (line: Saved): Promise<void> => {
    const outcome = await removeSaved(own, line.slug);
    setFailed(outcome.ok ? '' : ownWords.notRemoved(outcome.problem));
    const whole = outcome.ok ? outcome.value : undefined;
    if (whole !== undefined)
      setRemoved((before) => new Map(before).set(line.slug, { line, whole }));
  };
  const undo = async ({ slug }: Saved): Promise<void> => {
    const before = removed.get(slug);
    if (before === undefined) return;
    const outcome = await withRoom(() => putSavedBack(own, before.whole));
    setFailed(outcome.ok ? '' : ownWords.notPutBack(outcome.problem));
  };

  return (
    <div className={styles.saved} ref={listRef}>
      {records.length > 0 && (
        <p className="meta">
          {ownWords.savedCount(
            words.stories(records.length),
            formatBytes(records.reduce((sum, { bytes }) => sum + bytes, 0)),
          )}
        </p>
      )}
      {damaged > 0 && <p className="meta">{ownWords.damaged(damaged)}</p>}
      {/* What is looked for is kept on the way back, when there may be fewer: it must be seen, to be cleared. */}
      {(all.length >= many || wanted !== '') && (
        <p className={styles.find}>
          <label htmlFor={field}>{ownWords.find}</label>
          <input
            id={field}
            type="search"
            autoComplete="off"
            value={wanted}
            onChange={({ currentTarget }) => lookFor(currentTarget.value)}
          />
          <output className="meta">
            {wanted !== '' && ownWords.found(words.stories(found.length))}
          </output>
        </p>
      )}
      {all.length === 0 ? (
        <p className="standfirst">{ownWords.nothingSaved}</p>
      ) : (
        <SavedRows
          lines={found.slice(first, first + pageSize)}
          here={here}
          onRemove={(line) => void remove(line)}
          onUndo={(line) => void undo(line)}
        />
      )}
      <output className="meta">{failed}</output>
      <OwnPager from={first} size={pageSize} of={found.length} onChange={turnTo} />
    </div>
  );
}

/** Whether every word wanted stands in a headline, capitals and accents aside. */
function isIn(headline: string, wanted: string): boolean {
  const fold = (text: string): string =>
    text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const text = fold(headline);
  return fold(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
