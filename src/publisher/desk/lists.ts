import {
  authorAddress,
  listPageAddress,
  monthAddress,
  sectionAddress,
  tagAddress,
} from '../../model/address.ts';
import type { List, Month } from '../../model/edition.ts';
import type { Named } from '../../model/trail.ts';
import { monthName } from './dates.ts';
import type { Filed } from './filed.ts';
import { keyOf } from './mark.ts';
import { present } from './present.ts';
import { seal, unsealed } from './version.ts';

const pageSize = 20;

interface Group {
  kind: List['kind'];
  address: string;
  title: string;
  /** Oldest first. */
  stories: Filed[];
}

const addressOf = {
  ...{ section: sectionAddress, archive: monthAddress, tag: tagAddress, author: authorAddress },
} as const satisfies Record<List['kind'], (name: string) => string>;

/** A page of a list, still to be made. */
export interface PlannedList {
  /** The page's own address. */
  address: string;
  kind: List['kind'];
  title: string;
  /** It is the list's newest page, at the list's own address. */
  isNewest: boolean;
  /** What it is made from: the same text, the same page. */
  key: string;
  make: () => List;
}

/**
 * All pages of all lists, each list's oldest first: every section, topic, author and month that has a story, and the
 * sections of lede.json even while they have none, since every page links to them.
 * @param filed all full stories, newest first
 */
export function planLists(
  filed: readonly Filed[],
  known: readonly Named[],
  months: readonly Month[],
): PlannedList[] {
  const ofSection = known.map(({ slug, name }): Group => {
    return { kind: 'section', address: sectionAddress(slug), title: name, stories: [] };
  });
  const ofMonth = months.map(({ month, name }): Group => {
    return { kind: 'archive', address: monthAddress(month), title: name, stories: [] };
  });
  const groups = new Map([...ofSection, ...ofMonth].map((group) => [group.address, group]));
  // By what names them, so that an address is made once for each list and not for each story in it.
  const named: Record<List['kind'], Map<string, Group>> = {
    section: new Map(),
    archive: new Map(),
    tag: new Map(),
    author: new Map(),
  };
  const add = (kind: List['kind'], name: string, title: string, one: Filed): void => {
    const made = named[kind].get(name);
    if (made !== undefined) {
      made.stories.push(one);
      return;
    }
    const address = addressOf[kind](name);
    const group = groups.get(address) ?? { kind, address, title, stories: [] };
    group.stories.push(one);
    groups.set(address, group);
    named[kind].set(name, group);
  };
  const addEach = (kind: List['kind'], lines: string, one: Filed): void => {
    if (lines === '') return;
    const texts = lines.split('\n');
    for (let at = 0; at + 1 < texts.length; at += 2) {
      add(kind, texts[at] ?? '', texts[at + 1] ?? '', one);
    }
  };
  // Oldest first, so that a list is spelled as its oldest story has it and a new story does not rename it.
  for (let index = filed.length - 1; index >= 0; index -= 1) {
    const one = filed[index];
    if (one === undefined) continue;
    const { section, facts } = one;
    if (section) add('section', section.slug, section.name, one);
    if (facts.day) add('archive', facts.day.slice(0, 7), '', one);
    addEach('tag', facts.topics, one);
    addEach('author', facts.authors, one);
  }
  return [...groups.values()].flatMap(toPages);
}

/** The months that have stories, newest first. A story without a date is in none. */
export function toMonths(filed: readonly Filed[], language: string): Month[] {
  const counts = new Map<string, number>();
  for (const { facts } of filed) {
    const month = facts.day?.slice(0, 7);
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
function toPages({ kind, address, title, stories }: Group): PlannedList[] {
  const full = Math.floor(stories.length / pageSize);
  const base = { schema: 'lede-list/1', kind, version: unsealed, address, title } as const;
  const plan = (page: Partial<List>, at: string, from: number, to: number): PlannedList => {
    const { older, newer, page: number = -1, stories: count = -1 } = page;
    const marks = [number, count];
    for (let story = to - 1; story >= from; story -= 1) marks.push(stories[story]?.mark ?? -1);
    return {
      address: at,
      kind,
      title,
      isNewest: at === address,
      key: keyOf([kind, address, title, older, newer], marks),
      make() {
        const shown = stories.slice(from, to).toReversed();
        const { older: _, newer: __, ...counted } = page;
        const trails = shown.map(({ trail }) => trail);
        return seal({ ...base, ...counted, trails, ...present({ older, newer }) });
      },
    };
  };
  const pages: PlannedList[] = [];
  for (let page = 1; page <= full; page += 1) {
    const neighbours = {
      ...present({ older: page > 1 ? listPageAddress(address, page - 1) : undefined }),
      newer: page + 1 < full ? listPageAddress(address, page + 1) : address,
    };
    const from = (page - 1) * pageSize;
    const at = listPageAddress(address, page);
    pages.push(plan({ page, ...neighbours }, at, from, from + pageSize));
  }
  const older = full >= 2 ? { older: listPageAddress(address, full - 1) } : {};
  const from = Math.max(0, full - 1) * pageSize;
  return [...pages, plan({ stories: stories.length, ...older }, address, from, stories.length)];
}
