import type { Byline } from '../../model/story.ts';

/** A stretch of a byline; with a slug it is an author's name. */
export interface BylinePart {
  text: string;
  slug?: string;
}

/**
 * Takes a byline apart at its authors' names, the text itself unchanged. Whole names only and the longest first:
 * in "Sam Levin and Sam Levine" each is found where it stands.
 */
export function bylineParts({ text, authors }: Byline): BylinePart[] {
  const [first] = authors;
  if (authors.length === 1 && first?.name === text) return [{ text, slug: first.slug }];
  const slugs = new Map(authors.map(({ name, slug }) => [name.toLowerCase(), slug]));
  const names = authors
    .map(({ name }) => name)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (names.length === 0) return [{ text }];
  const name = new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(name)
    .filter((part) => part !== '')
    .map((part) => {
      const slug = slugs.get(part.toLowerCase());
      return slug === undefined ? { text: part } : { text: part, slug };
    });
}
