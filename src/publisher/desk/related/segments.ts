import { mostBonds, type Bonds } from './bonds.ts';
import { shelfSize, tidied, type Shelf } from './shelf.ts';
import type { Shelves } from './shelves.ts';

/** What was kept cannot be used: the caller starts anew with every story. */
export class DamagedArchive extends Error {
  override name = 'DamagedArchive';
}

/** First number of each segment; it reads otherwise on a machine that counts bytes from the other end. */
const mark = 0x1ede_0001;
/** Raised when the same bytes would be understood otherwise: another weight, another way to cut words, another layout. */
const version = 4;
const head = 3;
const perPage = 2 * mostBonds;

export interface Kept {
  shelves: Shelf[];
  pages: Uint32Array[];
  /** Checksum of each segment, by name. */
  sums: Map<string, number>;
}

const storiesName = (shelf: number): string => `stories-${shelf}`;
const bondsName = (shelf: number): string => `bonds-${shelf}`;
const listName = 'list';

/**
 * @param areWhole somebody has made sure that each segment is as it was saved
 * @throws DamagedArchive
 */
export function readSegments(
  saved: ReadonlyMap<string, Uint8Array> | undefined,
  areWhole: boolean,
): Kept {
  const kept: Kept = { shelves: [], pages: [], sums: new Map() };
  if (saved === undefined) return kept;
  const read = (name: string): Uint32Array => readSegment(saved, name, kept.sums, areWhole);
  const list = read(listName);
  for (let shelf = 0; shelf < list.length / 2; shelf += 1) {
    const stories = read(storiesName(shelf));
    const bonds = read(bondsName(shelf));
    const isWhole =
      kept.sums.get(storiesName(shelf)) === list[2 * shelf] &&
      kept.sums.get(bondsName(shelf)) === list[2 * shelf + 1];
    if (!isWhole) throw new DamagedArchive(`shelf ${shelf} is of another run`);
    kept.shelves.push(toShelf(stories));
    const page = new Uint32Array(shelfSize * perPage);
    page.set(bonds);
    kept.pages.push(page);
  }
  return kept;
}

function readSegment(
  saved: ReadonlyMap<string, Uint8Array>,
  name: string,
  sums: Map<string, number>,
  isWhole: boolean,
): Uint32Array {
  const bytes = saved.get(name);
  if (bytes === undefined) throw new DamagedArchive(`${name} is missing`);
  if (bytes.length % 4 !== 0 || bytes.length < 4 * head) throw new DamagedArchive(`${name} is cut`);
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const numbers = new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4);
  if (numbers[0] !== mark) throw new DamagedArchive(`${name} is not a segment`);
  if (numbers[1] !== version) throw new DamagedArchive(`${name} is of another version`);
  const content = numbers.subarray(head);
  const said = numbers[2] ?? 0;
  const sum = isWhole ? said : sumOf(content);
  if (said !== sum) throw new DamagedArchive(`${name} is damaged`);
  sums.set(name, sum);
  return content;
}

function toSegment(parts: readonly Uint32Array[]): { bytes: Uint8Array; sum: number } {
  const numbers = new Uint32Array(parts.reduce((length, part) => length + part.length, head));
  let at = head;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  const sum = sumOf(numbers.subarray(head));
  numbers.set([mark, version, sum]);
  return { bytes: new Uint8Array(numbers.buffer), sum };
}

/** FNV-1a by numbers instead of bytes: 100 MB in a tenth of a second. */
function sumOf(numbers: Uint32Array): number {
  let mixed = 0x811c9dc5 ^ numbers.length;
  for (let at = 0; at < numbers.length; at += 1) {
    mixed = Math.imul(mixed ^ (numbers[at] ?? 0), 0x01000193);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}

function toShelf(content: Uint32Array): Shelf {
  const [stories = 0, used = 0, length = 0] = content;
  const ats = 3 + 2 * stories;
  const records = ats + stories;
  const slugs = content.slice(records + used);
  const at = new Float64Array(shelfSize).fill(Number.NaN);
  at.set(new Float64Array(content.slice(3, ats).buffer));
  const places = new Uint32Array(shelfSize);
  places.set(content.subarray(ats, records));
  const text = new TextDecoder().decode(new Uint8Array(slugs.buffer, 0, length));
  return {
    slugs: stories === 0 ? [] : text.split('\n'),
    at,
    records: places,
    pool: content.subarray(records, records + used),
    used,
  };
}

function fromShelf(shelf: Shelf): Uint32Array[] {
  const stories = shelf.slugs.length;
  const slugs = new TextEncoder().encode(shelf.slugs.join('\n'));
  const padded = new Uint8Array(4 * Math.ceil(slugs.length / 4));
  padded.set(slugs);
  return [
    Uint32Array.of(stories, shelf.used, slugs.length),
    new Uint32Array(shelf.at.slice(0, stories).buffer),
    shelf.records.subarray(0, stories),
    shelf.pool.subarray(0, shelf.used),
    new Uint32Array(padded.buffer),
  ];
}

/** Remembers which segments no longer say what is so. */
export function keepSegments({ sums }: Kept): {
  /** The story at a place, or one that it is bound to, is not what was kept. */
  soil: (place: number, isRecord: boolean) => void;
  soilAll: () => void;
  save: (
    shelves: Shelves,
    bonds: Bonds,
  ) => { changed: ReadonlyMap<string, Uint8Array>; gone: readonly string[] };
} {
  const soiled = new Set<string>();
  return {
    soil(place, isRecord) {
      const shelf = Math.floor(place / shelfSize);
      soiled.add(isRecord ? storiesName(shelf) : bondsName(shelf));
    },
    soilAll() {
      for (const name of sums.keys()) soiled.add(name);
    },
    save({ shelves }, { pages }) {
      const changed = new Map<string, Uint8Array>();
      const wanted = new Set([listName]);
      const keep = (name: string, partsOf: () => readonly Uint32Array[]): number => {
        wanted.add(name);
        const known = sums.get(name);
        if (known !== undefined && !soiled.has(name)) return known;
        const { bytes, sum } = toSegment(partsOf());
        if (sum !== known) changed.set(name, bytes);
        sums.set(name, sum);
        return sum;
      };
      const list = shelves.flatMap((shelf, at) => [
        keep(storiesName(at), () => fromShelf(tidied(shelf))),
        keep(bondsName(at), () => [
          (pages[at] ?? new Uint32Array()).subarray(0, shelf.slugs.length * perPage),
        ]),
      ]);
      soiled.add(listName);
      keep(listName, () => [Uint32Array.from(list)]);
      const gone = [...sums.keys()].filter((name) => !wanted.has(name));
      for (const name of gone) sums.delete(name);
      soiled.clear();
      return { changed, gone };
    },
  };
}
