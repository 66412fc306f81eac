import type { Facts } from '../desk/toCopy.ts';
import type { Slip } from '../desk/slip.ts';
import type { Filing, ItemNote, RelatedNote, SourceNote } from './notes.ts';

/**
 * A note as a line of the shelf, and back. An archive has a hundred thousand of them and a run reads them all, so they
 * are rows without names, what most notes have none of is a 0, and what can be told from the rest is left out. The
 * trails, half of a note, come behind the row as they are, since a run reads few of them.
 *
 * Read by the very program that wrote them, or the shelf would not have opened, and under a checksum.
 */
type Row = [stamp: string, read: ReadRow, said: SaidRow, ...items: ItemRow[]];
type ReadRow = 0 | Omit<NonNullable<SourceNote['read']>, 'source'>;
type SaidRow = 0 | Pick<SourceNote, 'refused' | 'warnings'>;
type ItemRow = [slip: SlipRow, filing: FilingRow, related: RelatedRow];
type SlipRow = [
  ...[headline: string, copy: string, fileSlug: Text, section: Text, published: Text],
  ...[ref: Text, file: Text, id: Text, rest: 0 | Partial<Slip>],
];
type FilingRow = 0 | [mark: string, facts: FactsRow | 0, rest: 0 | FilingRest];
interface FilingRest extends Partial<Pick<Filing, 'pictures' | 'warnings'>> {
  problems?: Extract<Filing['outcome'], { kind: 'spiked' }>['problems'];
}
type FactsRow = [
  ...[own: string, line: number, short: number, language: string, sectionSlug: Text, section: Text],
  ...[day: Text, changed: Text | 1, topics: Text, authors: Text, isEmpty: 0 | 1],
  ...[media: 0 | string[]],
];
type RelatedRow = 0 | [slug: string, editors: Text, links: Text, scores: Text];
/** 0 for a text that is not there, or is that of a field that stands before it. */
type Text = string | 0;

/** One for all, since nobody changes the lists of a note. */
const none: never[] = [];
const nothing: FilingRest = {};

/** @param name of the source, which is the key that its line is kept under */
export function toLine(
  name: string,
  { stamp, read, refused, warnings, items }: SourceNote,
): string {
  const trails: string[] = [];
  const row: Row = [
    stamp,
    read === undefined ? 0 : readRow(read),
    refused.length + warnings.length === 0 ? 0 : { refused, warnings },
    ...items.map((item): ItemRow => {
      const { slip, filing, related } = item;
      return [slipRow(name, slip), filingRow(slip, filing, trails), relatedRow(related)];
    }),
  ];
  return [JSON.stringify(row), ...trails].join('\t');
}

export function fromLine(name: string, line: string): SourceNote {
  const end = line.indexOf('\t');
  const row = JSON.parse(end < 0 ? line : line.slice(0, end)) as Row;
  const [stamp, read, said] = row;
  const items: ItemNote[] = [];
  let from = end + 1;
  for (let at = 3; at < row.length; at += 1) {
    const [slip, filing, related] = row[at] as ItemRow;
    const item: ItemNote = { slip: slipFrom(name, slip) };
    if (filing !== 0) {
      let trail = '';
      if (filing[1] !== 0) {
        const to = line.indexOf('\t', from);
        trail = line.slice(from, to < 0 ? undefined : to);
        from = to + 1;
      }
      item.filing = filingFrom(item.slip, filing, trail);
    }
    if (related !== 0) item.related = relatedFrom(related);
    items.push(item);
  }
  const note: SourceNote = {
    stamp,
    refused: said === 0 ? none : said.refused,
    warnings: said === 0 ? none : said.warnings,
    items,
  };
  if (read !== 0) note.read = readFrom(name, read);
  return note;
}

function readRow(read: NonNullable<SourceNote['read']>): ReadRow {
  const row: Partial<typeof read> = { ...read };
  delete row.source;
  return row;
}

function readFrom(source: string, { format, bytes, ms, stale }: Exclude<ReadRow, 0>) {
  const read: NonNullable<SourceNote['read']> = { source };
  if (format !== undefined) read.format = format;
  if (bytes !== undefined) read.bytes = bytes;
  if (ms !== undefined) read.ms = ms;
  if (stale !== undefined) read.stale = stale;
  return read;
}

function slipRow(name: string, slip: Slip): SlipRow {
  const { headline, copy, fileSlug, section, published, ref, file, id, ...others } = slip;
  const { related, draft, ...rest } = others;
  const rare = {
    ...rest,
    ...(related.length === 0 ? {} : { related }),
    ...(draft ? { draft } : {}),
  };
  return [
    ...([headline, copy, fileSlug ?? 0, section ?? 0, published ?? 0] as const),
    ...([unless(ref === name, ref), unless(file === ref, file), unless(id === ref, id)] as const),
    Object.keys(rare).length === 0 ? 0 : rare,
  ];
}

function slipFrom(name: string, row: SlipRow): Slip {
  const [headline, copy, fileSlug, section, published, ownRef, file, id, rest] = row;
  const ref = ownRef === 0 ? name : ownRef;
  const slip: Slip = {
    ref,
    file: file === 0 ? ref : file,
    id: id === 0 ? ref : id,
    headline,
    related: none,
    draft: false,
    copy,
  };
  if (fileSlug !== 0) slip.fileSlug = fileSlug;
  if (section !== 0) slip.section = section;
  if (published !== 0) slip.published = published;
  return rest === 0 ? slip : Object.assign(slip, rest);
}

function filingRow(slip: Slip, filing: Filing | undefined, trails: string[]): FilingRow {
  if (filing === undefined) return 0;
  const { mark, pictures, warnings, outcome } = filing;
  const rest: FilingRest = {
    ...(pictures.length === 0 ? {} : { pictures }),
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(outcome.kind === 'spiked' ? { problems: outcome.problems } : {}),
  };
  const hasRest = Object.keys(rest).length > 0;
  const facts = outcome.kind === 'filed' ? factsRow(slip, outcome.facts, trails) : 0;
  return [mark, facts, hasRest ? rest : 0];
}

function filingFrom(slip: Slip, [mark, facts, rest]: Exclude<FilingRow, 0>, trail: string): Filing {
  const { pictures = none, warnings = none, problems = none } = rest === 0 ? nothing : rest;
  const outcome: Filing['outcome'] =
    facts === 0
      ? { kind: 'spiked', problems }
      : { kind: 'filed', facts: factsFrom(slip, facts, trail) };
  return { mark, pictures, warnings, outcome };
}

function factsRow({ published }: Slip, facts: Facts, trails: string[]): FactsRow {
  const { own, line, short, language, section, day, changed, topics, authors, media } = facts;
  trails.push(facts.trail);
  return [
    ...([own, line, short, language, section?.slug ?? 0, section?.name ?? 0] as const),
    ...([day ?? 0, changed !== undefined && changed === published ? 1 : (changed ?? 0)] as const),
    ...([topics || 0, authors || 0, facts.isEmpty ? 1 : 0] as const),
    media.length === 0 ? 0 : media,
  ];
}

function factsFrom({ published }: Slip, row: FactsRow, trail: string): Facts {
  const [own, line, short, language, sectionSlug, section, day, changed] = row;
  const [topics, authors, isEmpty, media] = [row[8], row[9], row[10], row[11]];
  const facts: Facts = {
    own,
    trail,
    line,
    short,
    language,
    topics: topics || '',
    authors: authors || '',
    isEmpty: isEmpty === 1,
    media: media === 0 ? none : media,
  };
  if (sectionSlug !== 0 && section !== 0) facts.section = { slug: sectionSlug, name: section };
  if (day !== 0) facts.day = day;
  if (changed === 1 && published !== undefined) facts.changed = published;
  else if (typeof changed === 'string') facts.changed = changed;
  return facts;
}

function relatedRow(related: RelatedNote | undefined): RelatedRow {
  if (related === undefined) return 0;
  const { slug, editors, links, scores } = related;
  return [slug, editors || 0, links || 0, scores || 0];
}

function relatedFrom([slug, editors, links, scores]: Exclude<RelatedRow, 0>): RelatedNote {
  return { slug, editors: editors || '', links: links || '', scores: scores || '' };
}

function unless(isTold: boolean, text: string): Text {
  return isTold ? 0 : text;
}
