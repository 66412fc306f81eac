import { storyAddress } from '../../../model/address.ts';
import { useSomeRecords } from '../../data/own/useOwn.ts';
import { OwnRow } from '../../furniture/OwnRow.tsx';
import type { Position, Saved } from '../../storage/records.ts';
import { formatDay } from '../../ui/formatMoment.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { useLanguage } from '../../ui/site.ts';
import { words } from '../../ui/words.ts';
import styles from './SavedList.module.css';

interface Props {
  lines: readonly Saved[];
  /** Slugs of the stories that are saved; the others among the lines were removed. */
  here: ReadonlySet<string>;
  onRemove: (line: Saved) => void;
  onUndo: (line: Saved) => void;
}

/** Saved stories as rows, each with how far it was read. Only what these rows need is looked up: thousands may be saved. */
export function SavedRows({ lines, here, onRemove, onUndo }: Props) {
  const language = useLanguage();
  const slugs = lines.map(({ slug }) => slug);
  const places = useSomeRecords('positions', slugs.map(storyAddress));
  const visits = useSomeRecords('visits', slugs);
  const stopped = new Map(places.map((place) => [place.address, place]));
  const read = new Set(visits.filter(({ isRead }) => isRead).map(({ slug }) => slug));
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <OwnRow
          key={line.slug}
          story={line}
          level={2}
          isRead={read.has(line.slug)}
          isRemoved={!here.has(line.slug)}
          onRemove={() => onRemove(line)}
          onUndo={() => onUndo(line)}
        >
          {[
            ownWords.savedAt(formatDay(line.savedAt, language)),
            timeOf(line, stopped.get(storyAddress(line.slug))),
            ...(read.has(line.slug) ? [words.marks.read] : []),
          ].join(' · ')}
        </OwnRow>
      ))}
    </ul>
  );
}

/** How long it takes to read, or what is left of a story that was begun. */
function timeOf({ minutes }: Saved, position: Position | undefined): string {
  if (position === undefined || position.of === 0) return words.minutes(minutes);
  const share = (position.piece + position.into) / position.of;
  const left = Math.ceil(minutes * (1 - share));
  return share < 0.1 || left < 1 ? words.minutes(minutes) : ownWords.left(left, minutes);
}
