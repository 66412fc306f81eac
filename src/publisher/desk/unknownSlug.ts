import { findNearest } from '../wire/nearest.ts';
import { hasHost, isAddress } from './slugNamed.ts';

/** Slugs named as what was perhaps meant. */
const most = 3;
/** Slugs looked at: an archive's newest stories are the likeliest. */
const looked = 5000;

/** A slip of the pen, and the share of words from which on two slugs are alike. */
const sure = 2;
const alike = 0.3;

const rightly = 'write the slug of a story, the last part of its address, or remove it';

/**
 * What to say of a slug that no story has: that its story is held back, else which were perhaps meant, misspelt or with
 * words in common.
 * @param slug or an address, which is then of no story of this edition
 * @param held why stories are held back, by slug
 * @param url the edition's own
 */
export function unknownSlug(
  slug: string,
  slugs: Iterable<string>,
  held: ReadonlyMap<string, string> = new Map(),
  url?: string,
): { message: string; mend: string } {
  if (isAddress(slug)) {
    const { why, mend } = unknownAddress(slug, url);
    return { message: `${slug.slice(0, 200)} ${why}`, mend };
  }
  const why = held.get(slug);
  if (why !== undefined) {
    return { message: `the story ${slug} is ${why}`, mend: 'it has its place once it goes out' };
  }
  const message = `no story of this edition has the slug ${slug}`;
  const near = nearestSlugs(slug, slugs);
  const mend = near.length === 0 ? rightly : `did you mean ${near.join(' or ')}?`;
  return { message, mend };
}

/** What to say of an address that is of no story of this edition, as far as that is known. @param url the edition's own */
export function unknownAddress(
  address: string,
  url: string | undefined,
): { why: string; mend: string } {
  const why = 'is not the address of a story of this edition';
  if (url !== undefined || !hasHost(address)) return { why, mend: rightly };
  return {
    why: `${why}, as far as is known without one of its own`,
    mend: 'set "url" in lede.json to the address of this edition, or write the slug, the last part of the address',
  };
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
