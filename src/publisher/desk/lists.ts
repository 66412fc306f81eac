import {
  authorAddress,
  listPageAddress,
  monthAddress,
  sectionAddress,
  tagAddress,
} from '../../model/address.ts';
import type { List, Month } from '../../model/edition.ts';
import type { Named, Trail } from '../../model/trail.ts';
import { monthName } from './dates.ts';
import type { Filed } from './filed.ts';
import { present } from './present.ts';
import { seal, unsealed } from './version.ts';

const pageSize = 20;

interface Group {
  kind: List['kind'];
  address: string;
  title: string;
  /** Newest first. */
  trails: Trail[];
}

interface ListPage {
  pageAddress: string;
  list: List;
}

/**
 * All pages of all lists: each section, topic, author and month that has a story, and the sections of lede.json even
 * while they have none, since every page links to them.
 * @param filed all full stories, newest first
 */
export function toLists(
  filed: readonly Filed[],
  known: readonly Named[],
  months: readonly Month[],
): ListPage[] {
  const ofSection: Group[] = known.map(({ slug, name }) => ({
    kind: 'section',
    address: sectionAddress(slug),
    title: name,
    trails: [],
  }));
  const ofMonth: Group[] = months.map(({ month, name }) => ({
    kind: 'archive',
    address: monthAddress(month),
    title: name,
    trails: [],
  }));
  const groups = new Map([...ofSection, ...ofMonth].map((group) => [group.address, group]));
  const add = (kind: List['kind'], address: string, title: string, trail: Trail): void => {
    const group = groups.get(address);
    if (group === undefined) groups.set(address, { kind, address, title, trails: [trail] });
    else group.trails.push(trail);
  };
  // Oldest first, so that a list is spelled as its oldest story has it and a new story does not rename it.
  for (const { story, trail } of filed.toReversed()) {
    const { section, published, topics, byline } = story;
    if (section) add('section', sectionAddress(section.slug), section.name, trail);
    if (published) add('archive', monthAddress(published.day.slice(0, 7)), '', trail);
    for (const { slug, name } of topics) add('tag', tagAddress(slug), name, trail);
    for (const { slug, name } of byline?.authors ?? []) {
      add('author', authorAddress(slug), name, trail);
    }
  }
  return [...groups.values()].flatMap((group) =>
    toPages({ ...group, trails: group.trails.toReversed() }),
  );
}

/** The months that have stories, newest first. A story without a date is in none. */
export function toMonths(filed: readonly Filed[], language: string): Month[] {
  const counts = new Map<string, number>();
  for (const { story } of filed) {
    const month = story.published?.day.slice(0, 7);
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([month, stories]) => ({ month, name: monthName(month, language), stories }));
}

/**
 * Pages are numbered from the oldest and only full ones have a number, so that they never change. The newest page, at
 * the list's own address, shows what has not filled a page yet and, before it, the last full page.
 */
function toPages({ kind, address, title, trails }: Group): ListPage[] {
  const full = Math.floor(trails.length / pageSize);
  const base = { schema: 'lede-list/1', kind, version: unsealed, address, title } as const;
  const pages: ListPage[] = [
    {
      pageAddress: address,
      list: seal({
        ...base,
        stories: trails.length,
        trails: full === 0 ? trails : trails.slice(0, trails.length - (full - 1) * pageSize),
        ...(full >= 2 ? { older: listPageAddress(address, full - 1) } : {}),
      }),
    },
  ];
  for (let page = 1; page <= full; page += 1) {
    const end = trails.length - (page - 1) * pageSize;
    pages.push({
      pageAddress: listPageAddress(address, page),
      list: seal({
        ...base,
        page,
        trails: trails.slice(end - pageSize, end),
        ...present({ older: page > 1 ? listPageAddress(address, page - 1) : undefined }),
        newer: page + 1 < full ? listPageAddress(address, page + 1) : address,
      }),
    });
  }
  return pages;
}
