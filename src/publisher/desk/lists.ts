import { authorAddress, monthAddress, sectionAddress, tagAddress } from '../../model/address.ts';
import type { List, Month } from '../../model/edition.ts';
import type { Named } from '../../model/trail.ts';
import { monthName } from './dates.ts';
import type { Filed } from './filed.ts';
import { toListPages, type Group } from './listPages.ts';
import type { PlannedList } from './plan.ts';

const addressOf = {
  ...{ section: sectionAddress, archive: monthAddress, tag: tagAddress, author: authorAddress },
} as const satisfies Record<List['kind'], (name: string) => string>;

/**
 * All pages of all lists, each list's oldest first: every section, topic, author and month that has a story, and the
 * sections of lede.json even while they have none, since every page links to them.
 * @param filed all full stories, newest first
 * @param isNews whether the one at a place is not certainly what it was in the edition that is out
 */
export function planLists(
  filed: readonly Filed[],
  known: readonly Named[],
  months: readonly Month[],
  isNews: (at: number) => boolean,
): PlannedList[] {
  const ofSection = known.map(({ slug, name }) => begin('section', sectionAddress(slug), name));
  const ofMonth = months.map(({ month, name }) => begin('archive', monthAddress(month), name));
  const groups = new Map([...ofSection, ...ofMonth].map((group) => [group.address, group]));
  // By what names them, so that an address is made once for each list and not for each story in it.
  const named: Record<List['kind'], Map<string, Group>> = {
    section: new Map(),
    archive: new Map(),
    tag: new Map(),
    author: new Map(),
  };
  let hasNews = false;
  const add = (kind: List['kind'], name: string, title: string, one: Filed): void => {
    let group = named[kind].get(name);
    if (group === undefined) {
      const address = addressOf[kind](name);
      group = groups.get(address) ?? begin(kind, address, title);
      groups.set(address, group);
      named[kind].set(name, group);
    }
    group.stories.push(one);
    if (hasNews) group.hasNews = true;
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
    hasNews = isNews(index);
    if (section) add('section', section.slug, section.name, one);
    if (facts.day) add('archive', facts.day.slice(0, 7), '', one);
    addEach('tag', facts.topics, one);
    addEach('author', facts.authors, one);
  }
  return [...groups.values()].flatMap(toListPages);
}

function begin(kind: List['kind'], address: string, title: string): Group {
  return { kind, address, title, stories: [], hasNews: false };
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
