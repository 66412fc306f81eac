import { picturesIn } from '../../model/picturesIn.ts';
import { slipOf, type Slip } from '../desk/slip.ts';
import type { UnheardFeed } from '../fetch/feeds.ts';
import type { Drafts } from '../press/drafts.ts';
import type { ReadReport } from '../report/buildReport.ts';
import type { Refusal, WireItem, WireResult } from '../wire/wireItem.ts';
import type { ItemNote, SourceNote } from './notes.ts';
import type { SourceNotes } from './sourceNotes.ts';

/** What was read of all sources, the items' copy put down. */
export interface ReadSlips {
  items: SlipInHand[];
  refused: Refusal[];
  warnings: WireResult['warnings'];
  read: ReadReport[];
  /** Feeds that fail. */
  unheard: UnheardFeed[];
  /** Feeds that have sent more than is remembered: what is out of theirs and not among the items stays. */
  fullFeeds: string[];
  /** No feed could be read. */
  areFeedsDown: boolean;
  /** What is known of each source by now. */
  notes: Map<string, SourceNote>;
}

export function beginSlips(): ReadSlips {
  return {
    ...{ items: [], refused: [], warnings: [], read: [], unheard: [], notes: new Map() },
    ...{ fullFeeds: [], areFeedsDown: false },
  };
}

/** An item, and the note to be changed when more becomes known of it. */
export interface SlipInHand {
  note: ItemNote;
  /** The source that it came from, by the name its note is kept under. */
  source: string;
}

/** Takes over what a note says of a source that is as it was. */
export function takeNote(all: ReadSlips, source: string, note: SourceNote): void {
  all.notes.set(source, note);
  for (const item of note.items) all.items.push({ note: item, source });
  // A file may have more to say than a call can take as arguments.
  for (const one of note.refused) all.refused.push(one);
  for (const one of note.warnings) all.warnings.push(one);
  if (note.read !== undefined) all.read.push(note.read);
}

/** Takes in a source that was read, and keeps its note. What was known of items that are as they were stays known. */
export async function takeResult(
  all: ReadSlips,
  {
    source,
    stamp,
    result,
    read,
    putsAll = false,
  }: {
    source: string;
    stamp: string;
    result: WireResult;
    read?: ReadReport | undefined;
    /**
     * The copy of items that are as they were is put down too: it is wanted after all, or the source (a feed, standard
     * input) cannot be read again in this run.
     */
    putsAll?: boolean;
  },
  { notes, drafts }: { notes: SourceNotes; drafts: Drafts },
): Promise<void> {
  const before = new Map(notes.find(source)?.items.map((one) => [one.slip.copy, one]));
  const items: ItemNote[] = [];
  for (const item of result.items) {
    // Its place in the source is no part of it: a new item above would else make all below it new.
    const text = JSON.stringify({ ...item, ref: '' });
    const slip = slipOf(item, text, [
      ...(item.picture === undefined ? [] : [item.picture]),
      ...(item.spares ?? []),
      ...picturesIn(item.body),
    ]);
    const known = before.get(slip.copy);
    items.push({ ...known, slip });
    if (putsAll || known?.filing === undefined) await drafts.put(slip.copy, text);
  }
  const { refused, warnings } = result;
  const note = { stamp, refused, warnings, items, ...(read === undefined ? {} : { read }) };
  notes.keep(source, note);
  takeNote(all, source, note);
}

/** An item read back from where `takeResult` put it down. */
export async function readItem(drafts: Drafts, { copy, ref }: Slip): Promise<WireItem | undefined> {
  const text = await drafts.get(copy);
  // Written by us in this very run.
  return text === undefined ? undefined : { ...(JSON.parse(text) as WireItem), ref };
}
