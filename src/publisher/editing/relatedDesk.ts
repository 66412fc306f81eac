import { crc32 } from 'node:zlib';
import type { Filed } from '../desk/filed.ts';
import { toLinkLines, type Link } from '../desk/links.ts';
import type { Fill } from '../desk/relate.ts';
import { openRelatedArchive, type RelatedArchive } from '../desk/related/relatedArchive.ts';
import type { Entry } from '../desk/related/entry.ts';
import type { Segments } from '../press/segments.ts';
import type { ItemNote, RelatedNote } from './notes.ts';

/** The archive of related stories together with what is known of who is in it. */
export interface RelatedDesk {
  /** Whether the archive has a story as it is, or has been told of it in this run. */
  knows: (slug: string, own: string) => boolean;
  sign: (own: string, entry: Entry) => void;
  /** Tells the archive what changed since the run before. What comes back fills up an editor's list. */
  settle: (
    filed: readonly Filed[],
    noteAt: (at: number) => ItemNote | undefined,
    progress?: (done: number, total: number) => void,
  ) => Settled;
  save: () => Promise<void>;
}

interface Settled {
  fill: Fill;
  /** Stories whose note changed, by their places. */
  changed: ReadonlySet<number>;
}

const known = 'known-';
/** Pieces that the list of known stories is kept in. */
const knownPieces = 16;

/** @param segments absent: nothing is remembered */
export function openRelatedDesk(segments: Segments | undefined): RelatedDesk {
  const owns = new Map<string, string>();
  const saved = new Map<string, Uint8Array>();
  for (const [name, bytes] of segments?.pieces ?? []) {
    if (!name.startsWith(known)) saved.set(name, bytes);
    else takeOwns(owns, Buffer.from(bytes).toString());
  }
  // The names of segments carry checksums, which were compared when they were read.
  const archive = openRelatedArchive(saved.size === 0 ? undefined : saved, true);
  const signed = new Map<string, { own: string; entry: Entry }>();
  const soiled = new Set<number>();

  return {
    knows: (slug, own) => owns.get(slug) === own || signed.get(slug)?.own === own,
    sign: (own, entry) => signed.set(entry.slug, { own, entry }),
    settle(filed, noteAt, progress) {
      const changed: Entry[] = [];
      let stay = 0;
      for (const { slug, facts } of filed) {
        const before = owns.get(slug);
        if (before !== undefined) stay += 1;
        if (before === facts.own) continue;
        const one = signed.get(slug);
        if (one?.own === facts.own) changed.push(one.entry);
      }
      // In most runs all are still here, which their number tells.
      const gone = stay === owns.size ? [] : findGone(owns, filed);
      const ownOf = startOwns(filed);
      const touched =
        changed.length + gone.length === 0
          ? new Set<string>()
          : archive.apply({ changed, gone }, progress);
      for (const slug of [...gone, ...changed.map((one) => one.slug)]) soiled.add(pieceOf(slug));
      for (const slug of gone) owns.delete(slug);
      for (const { slug } of changed) owns.set(slug, signed.get(slug)?.own ?? '');
      signed.clear();
      return fillWith(archive, { touched, filed, ownOf, noteAt });
    },
    async save() {
      if (segments === undefined) return;
      const pieces = archive.save();
      const lists = new Map<number, string[]>([...soiled].map((piece) => [piece, []]));
      for (const [slug, own] of soiled.size === 0 ? [] : owns) {
        lists.get(pieceOf(slug))?.push(`${slug} ${own}`);
      }
      const told = [...lists].map(([piece, lines]) => {
        return [known + piece, Buffer.from(lines.toSorted().join('\n'))] as const;
      });
      await segments.save(new Map([...pieces.changed, ...told]), pieces.gone);
    },
  };
}

/** @param text a slug and the draft of its story a line */
function takeOwns(owns: Map<string, string>, text: string): void {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const space = text.indexOf(' ', from);
    if (space >= 0 && space < to) owns.set(text.slice(from, space), text.slice(space + 1, to));
    from = to + 1;
  }
}

function findGone(owns: ReadonlyMap<string, string>, filed: readonly Filed[]): string[] {
  const here = new Set(filed.map(({ slug }) => slug));
  return [...owns.keys()].filter((slug) => !here.has(slug));
}

/** The draft of the story at a slug; most archives have no editors' lists and ask for none. */
function startOwns(filed: readonly Filed[]): (slug: string) => string | undefined {
  let here: Map<string, string> | undefined;
  return (slug) => {
    here ??= new Map(filed.map((one) => [one.slug, one.facts.own]));
    return here.get(slug);
  };
}

function pieceOf(slug: string): number {
  return crc32(slug) % knownPieces;
}

interface Settling {
  /** Slugs of stories whose relations may have changed. */
  touched: ReadonlySet<string>;
  filed: readonly Filed[];
  ownOf: (slug: string) => string | undefined;
  noteAt: (at: number) => ItemNote | undefined;
}

function fillWith(archive: RelatedArchive, { touched, filed, ownOf, noteAt }: Settling): Settled {
  const changed = new Set<number>();
  const fill: Fill = (at, list, upTo) => {
    const slug = filed[at]?.slug ?? '';
    const note = noteAt(at);
    const editors = list.map((one) => `${one.slug} ${ownOf(one.slug)} ${one.reason}`).join('\n');
    const before = note?.related;
    const isKnown = before?.slug === slug && before.editors === editors && !touched.has(slug);
    if (isKnown) return before.links;
    const filled: RelatedNote = { slug, editors, ...fillUp(archive, slug, list, upTo) };
    if (note !== undefined && !isSameNote(before, filled)) {
      note.related = filled;
      changed.add(at);
    }
    return filled.links;
  };
  return { fill, changed };
}

function isSameNote(before: RelatedNote | undefined, { slug, ...now }: RelatedNote): boolean {
  const isSameList = before?.editors === now.editors && before.links === now.links;
  return isSameList && before.slug === slug && before.scores === now.scores;
}

function fillUp(
  archive: RelatedArchive,
  slug: string,
  list: readonly Link[],
  upTo: number,
): Pick<RelatedNote, 'links' | 'scores'> {
  const links = [...list];
  const scores: (number | '-')[] = list.map(() => '-');
  for (const { slug: other, reason, score } of archive.relationsOf(slug)) {
    if (links.length >= upTo) break;
    const isListed = links.some((one) => one.slug === other || archive.areCopies(one.slug, other));
    if (isListed) continue;
    links.push({ slug: other, ...(reason === undefined ? {} : { reason }) });
    scores.push(score);
  }
  return { links: toLinkLines(links), scores: scores.join(' ') };
}
