import type { Byline } from '../../model/story.ts';
import type { Named } from '../../model/trail.ts';
import { withoutBy } from '../wire/withoutBy.ts';
import { toNamed } from './names.ts';

const joiner = /\s+(?:and|und|et|y|&)\s+/u;
const suffix = /^(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|obe|mbe)\.?$/i;
const particle =
  /^(?:de|del|della|der|den|di|da|do|dos|du|la|le|van|von|zu|zur|bin|bint|ibn|al|el|ten|ter)$/u;
const namePart = /^(?:al-|el-|d['’]|l['’]|\p{Ll}['’])?\p{Lu}[\p{L}\p{M}.'’-]*$/u;
/** Words that a byline holds beside a name or instead of one. */
const neverInNames =
  /\b(?:editor|correspondent|reporter|writer|columnist|critic|desk|staff|news|newsroom|press|agency|agencies|team|bureau|chief|board|service|new york|los angeles|hong kong|san francisco|new delhi|united|university)\b/i;

/**
 * The byline without its `By`, and the authors in it. A text is taken apart only where nobody could doubt it
 * (`Sam Levin and Sam Levine`); else the whole of it is one author (`Science desk`, `Sam Levin in London`).
 * @param names of the same people, where the source names them one by one
 * @returns undefined for a blank text
 */
export function parseByline(text: string, names: readonly string[] = []): Byline | undefined {
  const shown = withoutBy(text.replace(/\s+/g, ' ').trim());
  if (shown === '') return undefined;
  const authors = new Map<string, Named>();
  for (const name of (names.length > 0 ? names : [shown]).flatMap(namesIn)) {
    const author = toNamed(name, 'a');
    if (author !== undefined && !authors.has(author.slug)) authors.set(author.slug, author);
  }
  return { text: shown, authors: [...authors.values()] };
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/\s*,\s*/).flatMap((piece) => splitJoined(piece))) {
    const previous = names.at(-1);
    if (previous !== undefined && suffix.test(part))
      names[names.length - 1] = `${previous}, ${part}`;
    else if (part !== '') names.push(part);
  }
  return names.length > 1 && names.every(isSurelyName) ? names : [text];
}

/** `A, B, and C` leaves `and C` after the comma. */
function splitJoined(piece: string): string[] {
  return piece.replace(/^(?:and|und|et|y|&)\s+/u, '').split(joiner);
}

/** Two to five words that look like a person's; a single word may be a place, an agency or a role. */
function isSurelyName(name: string): boolean {
  if (neverInNames.test(name)) return false;
  const words = name.replace(/,.*$/, '').split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    namePart.test(first) &&
    namePart.test(last) &&
    words.every((word) => namePart.test(word) || particle.test(word))
  );
}
