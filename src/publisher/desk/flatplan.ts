import type { Filed } from './filed.ts';
import type { LinkLines } from './links.ts';

/**
 * All that the pages of an edition's stories are made from, as one text: a row for each story, newest first, with its
 * slug, its draft, its section and its related list. Held beside that of the edition before it tells which pages are
 * as they were, without a look at the others they name.
 */
export type Flatplan = string;

/** Ends the head and each half of a row; none of them holds one. */
const end = '\t';
/** Of more stories that changed than these each page is looked at. */
const few = 32;

interface Flat {
  text: Flatplan;
  /** Whether the page of the story at a place is certainly made from what it was made from before. */
  isAsBefore: (at: number) => boolean;
  /** Whether the story at a place has not certainly the row that it had before. */
  isNews: (at: number) => boolean;
}

/**
 * @param filed all full stories, newest first
 * @param related the related list of each
 * @param head what else their pages are made from, without tabs
 * @param before the flatplan of the edition that is out, if it is known
 */
export function layFlat(
  filed: readonly Filed[],
  related: readonly LinkLines[],
  head: string,
  before: Flatplan | undefined,
): Flat {
  const rows = filed.map((one, at) => rowOf(one, related[at] ?? ''));
  const opening = head + end;
  if (before?.startsWith(opening) !== true) {
    return { text: opening + rows.join(''), isAsBefore: () => false, isNews: () => true };
  }
  const middle = findMiddle(rows, opening.length, before);
  const { from, to } = middle;
  const text =
    before.slice(0, middle.start) + rows.slice(from, to).join('') + before.slice(middle.end);
  const news = findNews(rows.slice(from, to), before.slice(middle.start, middle.end));
  const { changed, soiled } = news;
  const isNews = (at: number): boolean => at >= from && at < to && changed.has(at - from);
  if (soiled.size > few) return { text, isNews, isAsBefore: () => false };
  const besideNews = findNewer(filed, { from, to }, news);
  const slugs = [...soiled];
  return {
    text,
    isNews,
    isAsBefore(at) {
      if (isNews(at)) return false;
      const links = related[at] ?? '';
      // A slug that only begins or ends like it does no harm: that page is looked at in vain.
      return !besideNews.has(at) && !slugs.some((slug) => links.includes(slug));
    },
  };
}

/** What readers can see of a flatplan: not the names of source files, by which stories without a time are ordered. */
export function withoutRefs(flatplan: Flatplan): string {
  // Slugs have no quotes, and those inside other texts are escaped.
  return flatplan.replace(/ "[^\t]*(?=\t)/g, '');
}

/** Without a time its place in the order comes from its source. */
function rowOf({ slug, facts, section, item }: Filed, links: LinkLines): string {
  const place = facts.day === undefined ? ` ${JSON.stringify(item.ref)}` : '';
  return `${slug} ${facts.own} ${section?.slug ?? '-'}${place}${end}${links}${end}`;
}

interface Middle {
  /** Rows between what both begin and what both end with. */
  from: number;
  to: number;
  /** Where in the text from before its own rows in between begin and end. */
  start: number;
  end: number;
}

function findMiddle(rows: readonly string[], opening: number, before: Flatplan): Middle {
  const middle = { from: 0, to: rows.length, start: opening, end: before.length };
  for (; middle.from < rows.length; middle.from += 1) {
    const row = rows[middle.from] ?? '';
    if (!before.startsWith(row, middle.start)) break;
    middle.start += row.length;
  }
  for (; middle.to > middle.from; middle.to -= 1) {
    const row = rows[middle.to - 1] ?? '';
    const at = middle.end - row.length;
    // What comes before a row is the end of another, or this is but the rest of a longer one.
    const isRow = at >= middle.start && before[at - 1] === end && before.startsWith(row, at);
    if (!isRow) break;
    middle.end = at;
  }
  return middle;
}

interface News {
  /** Rows in the middle that were not there before, by their place in it. */
  changed: ReadonlySet<number>;
  /** Rows that are no more: for each the first row that was there before and comes after it, or how many rows there are. */
  gone: readonly { section: string; at: number }[];
  /** Slugs of both. */
  soiled: ReadonlySet<string>;
}

function findNews(rows: readonly string[], before: string): News {
  const places = new Map(rows.map((row, at) => [row, at]));
  const changed = new Set(rows.keys());
  const soiled = new Set<string>();
  const gone: { section: string; at: number }[] = [];
  let waiting: string[] = [];
  for (const row of before.match(/[^\t]*\t[^\t]*\t/g) ?? []) {
    const at = places.get(row);
    if (at === undefined) {
      waiting.push(row);
      soiled.add(slugIn(row));
      continue;
    }
    changed.delete(at);
    for (const one of waiting) gone.push({ section: sectionIn(one), at });
    waiting = [];
  }
  for (const one of waiting) gone.push({ section: sectionIn(one), at: rows.length });
  for (const at of changed) soiled.add(slugIn(rows[at] ?? ''));
  return { changed, gone, soiled };
}

function slugIn(row: string): string {
  return row.slice(0, row.indexOf(' '));
}

function sectionIn(row: string): string {
  const [, , section = ''] = row.slice(0, row.indexOf(end)).split(' ');
  return section;
}

/**
 * The stories that have, or had, one that changed for the next older one of their section. Rows that are as they were
 * stand in the order they had, as it comes from what they hold.
 */
function findNewer(
  filed: readonly Filed[],
  { from, to }: Pick<Middle, 'from' | 'to'>,
  { changed, gone }: News,
): ReadonlySet<number> {
  const newer = new Set<number>();
  const findFrom = (section: string, at: number): void => {
    for (let newest = at - 1; newest >= 0; newest -= 1) {
      const isIn = (filed[newest]?.section?.slug ?? '-') === section;
      const isNews = newest >= from && newest < to && changed.has(newest - from);
      if (!isIn || isNews) continue;
      newer.add(newest);
      return;
    }
  };
  for (const { section, at } of gone) findFrom(section, from + at);
  for (const at of changed) findFrom(filed[from + at]?.section?.slug ?? '-', from + at);
  return newer;
}
