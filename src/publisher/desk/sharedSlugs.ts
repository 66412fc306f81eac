import { slugFrom } from '../../model/slug.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs } from './order.ts';

type Slugged = Pick<WireItem, 'ref' | 'id' | 'givenSlug' | 'fileSlug'> & { slug: string };

/** Files that are named one by one; the rest is counted. */
const mostNamed = 3;

/**
 * Notice `slug-shared`: new files whose name makes a slug that others want or have, so that they got one that nobody
 * wrote. One notice for each such name, whatever the order of the items.
 * @param isRemembered whether an id has had its slug before this run: its editor has been told
 */
export function sharedSlugs(
  items: readonly Slugged[],
  isRemembered: (id: string) => boolean,
): Notice[] {
  const changed = new Map<string, Slugged[]>();
  for (const item of items) {
    const { id, givenSlug, fileSlug, slug } = item;
    if (givenSlug !== undefined || fileSlug === undefined || isRemembered(id)) continue;
    const wanted = slugFrom(fileSlug);
    if (wanted === '' || wanted === slug) continue;
    const group = changed.get(wanted);
    if (group === undefined) changed.set(wanted, [item]);
    else group.push(item);
  }
  if (changed.size === 0) return [];
  const owners = new Map(items.map(({ slug, ref }) => [slug, ref]));
  return [...changed].map(([wanted, group]) => {
    group.sort((one, other) => compareRefs(one.ref, other.ref));
    return toNotice(wanted, group, owners.get(wanted));
  });
}

function toNotice(wanted: string, group: readonly Slugged[], owner: string | undefined): Notice {
  const named = group.slice(0, mostNamed);
  const more = group.length - named.length;
  const became = listed([
    ...named.map(({ ref, slug }) => `${ref} became ${slug}`),
    ...(more === 0 ? [] : [`${more.toLocaleString('en-GB')} more got others`]),
  ]);
  const isOut = group.length === 1 || owner !== undefined;
  const why = isOut
    ? `the slug ${wanted} is already that of ${owner ?? 'an earlier story or another headline'}`
    : `${group.length.toLocaleString('en-GB')} files would have the slug ${wanted}`;
  return {
    ref: group[0]?.ref ?? '',
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
