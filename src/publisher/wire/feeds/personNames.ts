import { field } from '../field.ts';
import type { WireItem } from '../wireItem.ts';
import { withoutBy } from '../withoutBy.ts';
import { lineOfText } from './htmlWords.ts';
import { listOf, recordOf, textOf } from './jsonValue.ts';

/** Longest name or byline, in characters. */
const longest = 300;
const mail = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,190}/g;

/**
 * Names out of what sources write for people: a text, an object with a name, or a list of either. Addresses of mail
 * and pages are no names; a name stands once.
 */
export function namesOf(value: unknown): string[] {
  const names = listOf(value).flatMap((one) => {
    const person = recordOf(one);
    const written = person === undefined ? textOf(one) : findName(person);
    const name = written === undefined ? undefined : toPersonName(written);
    return name ?? [];
  });
  return [...new Set(names)];
}

/** A byline as a source words it, without `By` and without addresses; undefined when nothing is left. */
export function toPersonName(written: string): string | undefined {
  const line = lineOfText(written.slice(0, 4 * longest));
  if (/^(?:https?:)?\/\/\S+$/i.test(line)) return undefined;
  // jane@example.org (Jane Doe), as RSS has it
  const inside = /^[^\s@]{1,64}@\S{1,190}\s+\(([^()]+)\)$/.exec(line)?.[1];
  const name = withoutBy((inside ?? line).replace(mail, '').replace(/<\s*>|\(\s*\)|"\s*"/g, ''))
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|–—-]+|(?<![\s,;:|–—-])[\s,;:|–—-]+$/g, '');
  if (
    !/[\p{L}\p{N}]/u.test(name) ||
    /^(?:admin|administrator|webmaster|noreply|null|undefined|unknown|anonymous)$/i.test(name)
  ) {
    return undefined;
  }
  return name.slice(0, longest);
}

/** A byline out of what a source says of who wrote it: one text, or the names with their text. */
export function bylineOf(
  written: string | readonly string[] = [],
): Pick<WireItem, 'byline' | 'authors'> {
  if (typeof written === 'string') return { byline: written };
  const [first, ...others] = written;
  if (first === undefined || others.length === 0) return field('byline', first);
  // A feed may name thousands, and says them again for each of its items; a name has at least one letter.
  const byline = written.slice(0, longest).join(', ').slice(0, longest);
  const authors: string[] = [];
  for (let [at, end] = [0, 0]; at < written.length; at += 1) {
    const name = written[at] ?? '';
    end += name.length + (at === 0 ? 0 : 2);
    if (end > longest) break;
    authors.push(name);
  }
  return { byline, authors };
}

function findName(person: Readonly<Record<string, unknown>>): string | undefined {
  const { name, givenName, familyName, display_name: displayName, literal, by } = person;
  const parts = [textOf(givenName), textOf(familyName)].filter((part) => part !== undefined);
  const [first] = listOf(name);
  return (
    textOf(first) ??
    textOf(displayName) ??
    textOf(literal) ??
    textOf(by) ??
    (parts.join(' ') || undefined)
  );
}
