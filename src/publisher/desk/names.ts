import { slugFrom } from '../../model/slug.ts';
import type { Named } from '../../model/trail.ts';
import { hashOf } from './version.ts';

const foreignLetter = /(?!\p{Script=Latin})\p{L}/u;

/**
 * A name with its slug, or undefined for a blank one. A name with letters that a slug cannot hold gets `<prefix>-` and
 * 8 hex of the name instead, since what is left of it would fall together with others (`日本 2020`, `中国 2020`).
 */
export function toNamed(name: string, prefix: 'a' | 't'): Named | undefined {
  const trimmed = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (trimmed === '') return undefined;
  const slug = foreignLetter.test(trimmed) ? '' : slugFrom(trimmed);
  const hashed = (): string => `${prefix}-${hashOf(trimmed.normalize('NFKC').toLowerCase(), 8)}`;
  return { slug: slug === '' ? hashed() : slug, name: trimmed };
}
