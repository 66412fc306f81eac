import { findNearest } from '../wire/nearest.ts';

/** Slugs named as what was perhaps meant. */
const most = 3;
/** Slugs looked at: an archive's newest stories are the likeliest. */
const looked = 5000;

/** A slip of the pen, and the share of words from which on two slugs are alike. */
const sure = 2;
const alike = 0.3;

/**
 * What to say of a slug that no story has: that its story is held back, else which were perhaps meant, misspelt or with
 * words in common.
 * @param slug or an address, which is then of no story of this edition
 * @param held why stories are held back, by slug
 */
export function unknownSlug(
  slug: string,
  slugs: Iterable<string>,
  held: ReadonlyMap<string, string> = new Map(),
): { message: string; mend: string } {
  if (slug.includes('/')) {
    const message = `${slug.slice(0, 200)} is not the address of a story of this edition`;
    return {
      message,
      mend: 'write the slug of a story, the last part of its address, or remove it',
    };
  }
  const why = held.get(slug);
  if (why !== undefined) {
    return { message: `the story ${slug} is ${why}`, mend: 'it has its place once it goes out' };
  }
  const message = `no story of this edition has the slug ${slug}`;
  const near = nearestSlugs(slug, slugs);
  const mend =
    near.length === 0
      ? 'write the slug of a story, the last part of its address, or remove it'
      : `did you mean ${near.join(' or ')}?`;
  return { message, mend };
}

function nearestSlugs(slug: string, slugs: Iterable<string>): string[] {
  const wanted = new Set(slug.split('-'));
  const scored: { one: string; score: number }[] = [];
  for (const one of slugs) {
    if (scored.length === looked) break;
    const words = one.split('-');
    const isMisspelt = findNearest(slug, [one]) !== undefined;
    const shared = words.filter((word) => word.length > 2 && wanted.has(word)).length;
    const share = (2 * shared) / (words.length + wanted.size);
    scored.push({ one, score: isMisspelt ? sure : share });
  }
  const misspelt = scored.filter(({ score }) => score === sure);
  return (misspelt.length > 0 ? misspelt : scored)
    .filter(({ score }) => score > alike)
    .toSorted((one, other) => other.score - one.score || (one.one < other.one ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
}
