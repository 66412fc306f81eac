import { slugFrom } from '../../model/slug.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs } from './order.ts';

interface Slugged {
  item: Pick<WireItem, 'ref' | 'givenSlug' | 'fileSlug'>;
  slug: string;
}

/** Files that are named one by one; the rest is counted. */
const mostNamed = 3;

/**
 * Notice `slug-shared`: new files whose name makes a slug that others want or have, so that they got one that nobody
 * wrote. One notice for each such name, whatever the order of the items.
 * @param newcomers items that had no slug before this run: the editors of others have been told
 */
export function sharedSlugs(newcomers: readonly Slugged[], all: readonly Slugged[]): Notice[] {
  const changed = new Map<string, Slugged[]>();
  for (const one of newcomers) {
    const { slug } = one;
    const { givenSlug, fileSlug } = one.item;
    if (givenSlug !== undefined || fileSlug === undefined) continue;
    const wanted = slugFrom(fileSlug);
    if (wanted === '' || wanted === slug) continue;
    const group = changed.get(wanted);
    if (group === undefined) changed.set(wanted, [one]);
    else group.push(one);
  }
  if (changed.size === 0) return [];
  const owners = new Map(all.map(({ slug, item }) => [slug, item.ref]));
  return [...changed].map(([wanted, group]) => {
    group.sort((one, other) => compareRefs(one.item.ref, other.item.ref));
    return toNotice(wanted, group, owners.get(wanted));
  });
}

function toNotice(wanted: string, group: readonly Slugged[], owner: string | undefined): Notice {
  const named = group.slice(0, mostNamed);
  const more = group.length - named.length;
  const became = listed([
    ...named.map(({ item, slug }) => `${item.ref} became ${slug}`),
    ...(more === 0 ? [] : [`${more.toLocaleString('en-GB')} more got others`]),
  ]);
  const isOut = group.length === 1 || owner !== undefined;
  const why = isOut
    ? `the slug ${wanted} is already that of ${owner ?? 'an earlier story or another headline'}`
    : `${group.length.toLocaleString('en-GB')} files would have the slug ${wanted}`;
  return {
    ref: group[0]?.item.ref ?? '',
    problem: {
      code: 'slug-shared',
      at: 'slug',
      message: `${why}, so ${became}`,
      mend: isOut || group.length > 2 ? 'give each a slug of its own' : 'give one of them a slug',
    },
  };
}

function listed(texts: readonly string[]): string {
  return [texts.slice(0, -1).join(', '), ...texts.slice(-1)]
    .filter((one) => one !== '')
    .join(' and ');
}
