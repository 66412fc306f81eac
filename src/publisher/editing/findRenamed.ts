import { storyAddress } from '../../model/address.ts';
import type { FullStory } from '../../model/story.ts';
import { bodyTexts } from '../../model/words.ts';
import { knownSlug, type Memory } from '../desk/memory.ts';
import { compareRefs, compareText } from '../desk/order.ts';
import type { Slip } from '../desk/slip.ts';
import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import type { PublishedStory } from '../press/publishedStories.ts';
import { isFeedAddress } from '../sources/feedAddress.ts';
import type { Notice } from '../wire/wireItem.ts';
import { readStory } from './findDraft.ts';
import { readItem } from './readSlips.ts';

export interface Search {
  files: Files;
  /** Absolute path of the published folder; absent: nothing is out. */
  out?: string;
  /** Stories of the editions before, by slug. */
  before: ReadonlyMap<string, PublishedStory>;
  memory: Memory;
  drafts: Drafts;
  /** Refs of items and files that were refused: their stories are not gone. */
  refused: ReadonlySet<string>;
}

interface Renamed {
  /** With the slugs of stories whose file has another name now. */
  memory: Memory;
  notices: Notice[];
}

/**
 * Finds the stories whose file was only renamed or moved: one of the same headline, with half of its paragraphs or more
 * the same and of the same time, is gone at once. They keep their address. Feeds have ids of their own for that.
 * Notice codes: `renamed`; `taken-back-before` where a story of that headline is out as a notice only, so that nobody can
 * tell; `address-taken-over` where another story came into the file, and so to the address, of one that is elsewhere now.
 * @param through the items that go out
 * @param all these and those held back
 */
export async function findRenamed(
  through: readonly Slip[],
  all: readonly Slip[],
  search: Search,
): Promise<Renamed> {
  const { before, memory } = search;
  const slugOf = (slip: Slip): string | undefined => knownSlug(memory, slip);
  const news = before.size === 0 ? [] : through.filter((slip) => slugOf(slip) === undefined);
  const byHeadline = new Map<string, Slip[]>();
  for (const slip of news.toSorted((one, other) => compareRefs(one.ref, other.ref))) {
    if (isFeedAddress(slip.file)) continue;
    const alike = byHeadline.get(slip.headline);
    if (alike === undefined) byHeadline.set(slip.headline, [slip]);
    else alike.push(slip);
  }
  if (byHeadline.size === 0) return { memory, notices: [] };
  const here = new Map(all.map((slip) => [slugOf(slip), slip]));
  const gone = [...before]
    .filter(([slug, { ref, headline }]) => {
      const isRefused = search.refused.has(ref) || search.refused.has(ref.replace(/ \[\d+\]$/, ''));
      return byHeadline.has(headline) && !here.has(slug) && !isRefused;
    })
    .toSorted(([one], [other]) => compareText(one, other));
  const renamed = new Map<string, string>();
  const notices: Notice[] = [];
  for (const [slug, { headline, ref, withdrawn }] of gone) {
    const alike = (byHeadline.get(headline) ?? []).filter(({ id }) => !renamed.has(id));
    const same = withdrawn === undefined ? await findSame(slug, alike, search) : undefined;
    if (same !== undefined) {
      renamed.set(same.id, slug);
      notices.push({ ref: same.ref, problem: toRenamed(slug, ref) });
    } else if (withdrawn !== undefined) {
      notices.push(...alike.map((slip) => ({ ref: slip.ref, problem: toTakenBack(slug) })));
    }
  }
  for (const [slug, { headline }] of before) {
    const holder = here.get(slug);
    if (holder === undefined || holder.headline === headline || !byHeadline.has(headline)) continue;
    const alike = (byHeadline.get(headline) ?? []).filter(({ id }) => !renamed.has(id));
    const same = await findSame(slug, alike, search);
    if (same === undefined) continue;
    notices.push({ ref: holder.ref, problem: toTakenOver(slug, same.ref) });
  }
  if (renamed.size === 0) return { memory, notices };
  const slugs = new Set(renamed.values());
  // Should another story come under the old name, it must not get this address.
  const others = Object.entries(memory.slugs).filter(([, slug]) => !slugs.has(slug));
  const sorted = [...others, ...renamed].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { memory: { ...memory, slugs: Object.fromEntries(sorted) }, notices };
}

/** Of some slips the one that is the story which is out at a slug, by its paragraphs. */
export async function findSame(
  slug: string,
  alike: readonly Slip[],
  { files, out, drafts }: Pick<Search, 'files' | 'out' | 'drafts'>,
): Promise<Slip | undefined> {
  const story = out === undefined ? undefined : await readStory(files, out, slug);
  if (story === undefined) return undefined;
  const before = new Set(bodyTexts(story.body));
  for (const slip of alike) {
    const item = await readItem(drafts, slip);
    if (item === undefined) continue;
    const now = new Set(bodyTexts(item.body));
    const shared = [...now].filter((text) => before.has(text)).length;
    if (shared > 0 && shared >= needed(story, slip, before.size, now.size)) return slip;
  }
  return undefined;
}

/**
 * How many paragraphs two stories, of one headline or in one file, must share to be one story: half of them when they
 * were published at one time, else all that were there before, or a column's "Solutions tomorrow." would make it
 * yesterday's.
 */
function needed(story: FullStory, { published }: Slip, before: number, now: number): number {
  const at = story.published?.at;
  if (at === undefined || published === undefined) return before;
  return at === published ? Math.max(before, now) / 2 : Infinity;
}

function toRenamed(slug: string, ref: string): Notice['problem'] {
  const message = `this is the story that was ${ref}, so it stays at ${storyAddress(slug)}`;
  const mend = `give it the slug ${slug}, and it does so whatever its file is called`;
  return { code: 'renamed', at: '', message, mend };
}

function toTakenBack(slug: string): Notice['problem'] {
  const address = storyAddress(slug);
  const message = `a story of this headline was taken back from ${address}; this one has an address of its own`;
  const mend = `if it is the same, give it the slug ${slug}, and it is there again`;
  return { code: 'taken-back-before', at: '', message, mend };
}

function toTakenOver(slug: string, ref: string): Notice['problem'] {
  const address = storyAddress(slug);
  const message = `the story that was at ${address} is ${ref} now and gets another address; links to it open this one`;
  const mend = `give ${ref} the slug ${slug} and this one another, if they are to open what they did`;
  return { code: 'address-taken-over', at: '', message, mend };
}
