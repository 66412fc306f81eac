import type { Facts } from '../desk/filed.ts';
import type { Link } from '../desk/relate.ts';
import type { Slip } from '../desk/slip.ts';
import type { Problem } from '../../model/problem.ts';
import type { Shelf } from '../press/shelf.ts';
import type { ReadReport } from '../report/buildReport.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { PictureNote } from './pictureStamps.ts';

/** What is remembered of a source, so that it need not be read again while it is as it was. */
export interface SourceNote {
  /** What the file was like when it was read; empty when it has to be read again. */
  stamp: string;
  read?: ReadReport;
  refused: Refusal[];
  warnings: Notice[];
  items: ItemNote[];
}

export interface ItemNote {
  slip: Slip;
  filing?: Filing;
  related?: RelatedNote;
}

/** What filing an item came to. */
export interface Filing {
  /** What else it depended on: settings and program. */
  mark: string;
  pictures: PictureNote[];
  /** What is to be said of its pictures. */
  warnings: Problem[];
  outcome: { kind: 'filed'; facts: Facts } | { kind: 'spiked'; problems: Problem[] };
}

/** The related list that was filled up for a story. */
export interface RelatedNote {
  slug: string;
  /** The editor's own list, and what it was made from. */
  editors: string;
  links: Link[];
  /** How near the headline of each link is; null for the editor's. */
  scores: (number | null)[];
}

/** Notes of sources by their name; what a run does not ask for is forgotten when it ends. */
export interface SourceNotes {
  find: (name: string) => SourceNote | undefined;
  /** Remembers a note, new or changed. */
  keep: (name: string, note: SourceNote) => void;
  /** Forgets all sources but these and writes down what changed. */
  save: (names: ReadonlySet<string>) => Promise<void>;
}

/** @param shelf absent: nothing is remembered */
export function openSourceNotes(shelf: Shelf | undefined): SourceNotes {
  const changed = new Map<string, SourceNote>();
  return {
    find(name) {
      const text = shelf?.get(name);
      return text === undefined ? undefined : fromLine(text);
    },
    keep: (name, note) => changed.set(name, note),
    async save(names) {
      if (shelf === undefined) return;
      for (const [name] of shelf.entries()) if (!names.has(name)) shelf.remove(name);
      for (const [name, note] of changed) shelf.set(name, toLine(note));
      await shelf.save();
    },
  };
}

/**
 * A note as a line: what most notes have none of is left out, and the lines of trails come behind the rest, since they
 * are half of it and a run reads few of them.
 */
function toLine({ refused, warnings, items, ...rest }: SourceNote): string {
  const trails: string[] = [];
  const thin = items.map(({ slip, filing, ...item }) => {
    const { file, id, related, draft, ...own } = slip;
    const { ref } = slip;
    return {
      slip: {
        ...own,
        ...(file === ref ? {} : { file }),
        ...(id === ref ? {} : { id }),
        ...some({ related }),
        ...(draft ? { draft } : {}),
      },
      ...(filing === undefined ? {} : { filing: thinFiling(filing, trails) }),
      ...item,
    };
  });
  return [JSON.stringify({ ...rest, ...some({ refused, warnings }), items: thin }), ...trails].join(
    '\t',
  );
}

function thinFiling({ pictures, warnings, outcome, ...rest }: Filing, trails: string[]): object {
  const filing = { ...rest, ...some({ pictures, warnings }) };
  if (outcome.kind !== 'filed') return { ...filing, outcome };
  const { trail, media, ...facts } = outcome.facts;
  trails.push(trail);
  return { ...filing, outcome: { ...outcome, facts: { ...facts, ...some({ media }) } } };
}

/** The lists that are not empty. */
function some(lists: Record<string, readonly unknown[]>): object {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

type Thin<Whole, Names extends keyof Whole> = Omit<Whole, Names> & Partial<Pick<Whole, Names>>;

function fromLine(line: string): SourceNote {
  const end = line.indexOf('\t');
  // Written by this very program, or the shelf would not have opened, and under a checksum.
  const note = JSON.parse(end < 0 ? line : line.slice(0, end)) as Thin<
    SourceNote,
    'refused' | 'warnings'
  >;
  let from = end + 1;
  for (const { slip, filing } of note.items) {
    fillSlip(slip);
    if (filing === undefined) continue;
    fillFiling(filing);
    if (filing.outcome.kind !== 'filed') continue;
    const { facts } = filing.outcome;
    const to = line.indexOf('\t', from);
    facts.trail = line.slice(from, to < 0 ? undefined : to);
    fillFacts(facts);
    from = to + 1;
  }
  note.refused ??= [];
  note.warnings ??= [];
  return note as SourceNote;
}

function fillSlip(slip: Thin<Slip, 'file' | 'id' | 'related' | 'draft'>): void {
  slip.file ??= slip.ref;
  slip.id ??= slip.ref;
  slip.related ??= [];
  slip.draft ??= false;
}

function fillFiling(filing: Thin<Filing, 'pictures' | 'warnings'>): void {
  filing.pictures ??= [];
  filing.warnings ??= [];
}

function fillFacts(facts: Thin<Facts, 'media'>): void {
  facts.media ??= [];
}
