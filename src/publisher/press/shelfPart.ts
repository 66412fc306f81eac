import { crc32 } from 'node:zlib';

/** One file of a shelf. Its text is taken apart only once one of its entries is asked for by name. */
export interface ShelfPart {
  /** Its entries by key, to be changed in place. */
  all: () => Map<string, string>;
  /** The same in turn, without remembering them. */
  entries: () => Iterable<[string, string]>;
  size: () => number;
}

/** A file without entries, not written yet. */
export function beginPart(): ShelfPart {
  return createPart('', new Map());
}

/**
 * Reads a file of a shelf.
 * @param mark what must have made it
 * @returns undefined when it is not whole, or of another make
 */
export function readPart(bytes: Buffer, mark: string): ShelfPart | undefined {
  const end = bytes.indexOf(10);
  const [, sum] =
    /^lede-shelf\/1 .* (\d+)$/.exec(bytes.toString('utf8', 0, Math.max(end, 0))) ?? [];
  const head = `lede-shelf/1 ${mark} ${sum}`;
  const isOurs = sum !== undefined && bytes.toString('utf8', 0, end) === head;
  if (!isOurs || crc32(bytes.subarray(end + 1)) !== Number(sum)) return undefined;
  return createPart(bytes.toString('utf8', end + 1));
}

/** The text of a file of a shelf; the same entries in any order give the same text. @param mark what makes it */
export function formatPart(entries: Iterable<[string, string]>, mark: string): string {
  const lines = [...entries]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, text]) => `${escaped(key)}\t${text}\n`)
    .join('');
  return `lede-shelf/1 ${mark} ${crc32(lines)}\n${lines}`;
}

/** @param text an entry a line */
function createPart(text: string, known?: Map<string, string>): ShelfPart {
  let entries = known;
  return {
    all: () => (entries ??= toMap(text)),
    entries: () => entries ?? entriesIn(text),
    size: () => entries?.size ?? linesIn(text),
  };
}

function* entriesIn(text: string): Generator<[string, string]> {
  for (let from = 0; from < text.length;) {
    const tab = text.indexOf('\t', from);
    const to = text.indexOf('\n', tab);
    yield [unescaped(text.slice(from, tab)), text.slice(tab + 1, to)];
    from = to + 1;
  }
}

function toMap(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [key, value] of entriesIn(text)) entries.set(key, value);
  return entries;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Names of sources may hold anything. */
function escaped(key: string): string {
  return key.replace(/[\\\t\n]/g, (one) => (one === '\\' ? '\\\\' : one === '\t' ? '\\t' : '\\n'));
}

function unescaped(key: string): string {
  if (!key.includes('\\')) return key;
  return key.replace(/\\(.)/g, (_, one: string) => (one === 't' ? '\t' : one === 'n' ? '\n' : one));
}
