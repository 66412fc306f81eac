import { join } from 'node:path';
import { fileOf, frontAddress, pointerAddress, storyAddress } from '../../model/address.ts';
import { parseDocument, type PageDocument } from '../../model/document.ts';
import type { Front } from '../../model/edition.ts';
import type { FullStory } from '../../model/story.ts';
import { toFront } from '../desk/front.ts';
import type { PlannedPage } from '../desk/plan.ts';
import { present } from '../desk/present.ts';
import { startAsBefore } from './asBefore.ts';
import { openBench, type Bench, type Piece } from './bench.ts';
import { findWork, hashedKey, type Work } from './findWork.ts';
import { writeJournal } from './journal.ts';
import { replacedKey } from './ledger.ts';
import { OutOfStep } from './outOfStep.ts';
import { toPointer } from './pointer.ts';
import type { PrintedPage, Printing, Timed } from './printing.ts';
import { removeEntry } from './removeEntry.ts';
import { readIfThere } from './replaceFile.ts';
import { field } from '../wire/field.ts';
import { writeTake } from './take.ts';

/** So few are all printed at once, while those that have to be on the disk first are still being written. */
const fewPages = 64;

/**
 * Writes what of an edition changed. Every step leaves the folder whole, should it be the last: addresses that are new
 * come first, since no page links to them yet; then pages that were there and changed, stories before lists; then feeds
 * and sitemaps, the front, and the pointer; and what is no more is removed when nothing links to it. Each step is on the
 * disk before the next begins.
 *
 * An edition of which nothing but the time would change stays that of its last change.
 *
 * @returns how many files were written, the others being the same as before; undefined when there was nothing to do
 */
export async function writeEdition(given: Printing): Promise<number | undefined> {
  const same = await findSame(given);
  if (same !== undefined && !given.isAnew) {
    await removeGone(given, same.gone);
    return undefined;
  }
  const printing: Timed = { ...given, time: same?.time ?? given.now };
  const work = findWork(printing);
  const { files, out, stateFolder, stories } = printing;
  await writeJournal(files, stateFolder, { entries: work.added, stories });
  const bench = openBench(files, out, printing.copies);
  try {
    return await writeWork(printing, work, bench);
  } finally {
    // A run that failed gives its lock back: from then on it must not write.
    await bench.stop();
  }
}

async function writeWork(printing: Timed, work: Work, bench: Bench): Promise<number> {
  const { files, out, stateFolder, plan, ledger } = printing;
  let done = 0;
  const step = (): void => printing.progress('writing pages', ++done, work.pages);
  const isThere = (page: PlannedPage): boolean => ledger.keyOf(page.address) !== undefined;
  const print = (page: PlannedPage, how: Printing = printing): Promise<Piece[]> =>
    printPage(how, page, async () => {
      const draft = page.story === undefined ? undefined : await printing.draftOf(page.story);
      return page.make(draft);
    });
  const known = { leaves: work.leaves.filter(isThere), lists: work.lists.filter(isThere) };
  const added = {
    leaves: work.leaves.filter((page) => !isThere(page)),
    lists: work.lists.filter((page) => !isThere(page)),
  };
  const ahead = new Map<PlannedPage, Promise<Piece[]>>();
  if (work.pages <= fewPages) {
    const pages = [added.leaves, added.lists, known.leaves, known.lists].flat();
    const few = { ...printing, render: tellAfter(pages.length, printing) };
    for (const page of pages) {
      const printed = print(page, few);
      // Where it went wrong is said when its turn comes, if it comes.
      printed.catch(() => undefined);
      ahead.set(page, printed);
    }
  }
  const pressPages = async (pages: readonly PlannedPage[], areNew: boolean): Promise<void> => {
    for (const page of pages) {
      await bench.put(areNew, () => ahead.get(page) ?? print(page));
      step();
    }
  };
  for (const { path, bytes, key } of work.assets) {
    await bench.put(ledger.keyOf(path) === undefined, () => [{ path, content: bytes }]);
    ledger.put(path, key);
  }
  for (const path of work.media) {
    await bench.placeHashed(join(stateFolder, 'pictures', path.slice('media/'.length)), path);
    ledger.put(path, hashedKey);
  }
  await bench.settle();
  await pressPages(added.leaves, true);
  await bench.settle();
  await pressPages(added.lists, true);
  await bench.settle();
  await pressPages(known.leaves, false);
  await bench.settle();
  await pressPages(known.lists, false);
  for (const { path, key, stories: slugs, make } of work.hosts) {
    const isNew = ledger.keyOf(path) === undefined;
    await bench.put(isNew, async () => {
      return [{ path, content: await make(await readStories(printing, slugs)) }];
    });
    ledger.put(path, key);
    step();
  }
  await bench.settle();
  const front = await frontOf(printing);
  // Readers look for it by itself, the very first too.
  await bench.put(false, () =>
    printPage(printing, { address: frontAddress, key: front.version }, () => front),
  );
  await bench.settle();
  // Made from the pages just written; the pointer that brings readers to it is the last of all.
  const taken = await writeTake(files, out, plan.site);
  const pointer = toPointer(plan, front, ledger.versionOf);
  const path = pointerAddress.slice(1);
  await bench.put(false, () => [{ path, content: JSON.stringify(pointer) }]);
  ledger.put(path, pointer.edition);
  await bench.settle();
  await removeGone(printing, work.gone);
  return bench.written() + taken;
}

/** A renderer that says so when as many pages as that are in the hands of whoever makes them. */
function tellAfter(pages: number, { render, meanwhile }: Printing): Printing['render'] {
  let asked = 0;
  return (page) => {
    const printed = render(page);
    asked += 1;
    if (asked === pages && meanwhile !== undefined) setImmediate(meanwhile);
    return printed;
  };
}

async function removeGone(
  { files, out, ledger }: Printing,
  gone: readonly string[],
): Promise<void> {
  for (const entry of gone) {
    // Pictures and scripts stay one run longer, for readers who still have the pages open that show them.
    if (isHashed(entry) && ledger.keyOf(entry) !== replacedKey) ledger.put(entry, replacedKey);
    else await removeEntry(files, out, entry, ledger);
  }
}

/**
 * Whether the edition that is out is this one in all but its time; undefined when it is another.
 * @returns when it was published, and what it replaced and may go now
 */
async function findSame(printing: Printing): Promise<{ time: Date; gone: string[] } | undefined> {
  const { files, out, plan, ledger, isMadeAlike } = printing;
  const isAsBefore = startAsBefore(ledger);
  const isDue = (page: PlannedPage): boolean =>
    !isAsBefore(page) && ledger.keyOf(page.address) !== page.key;
  // Most runs have a page to make, and are spared the rest.
  if (!isMadeAlike || plan.leaves.some(isDue) || plan.lists.some(isDue)) return undefined;
  const bytes = await readIfThere(files, join(out, fileOf(frontAddress, 'json')));
  const front = parseDocument(jsonOf(bytes), ['lede-front']);
  if (!front.ok || front.value.kind !== 'front') return undefined;
  const time = new Date(front.value.published.at);
  const asBefore = { ...printing, time, isAnew: false };
  const { gone, hasDue } = findWork(asBefore);
  if (hasDue || !gone.every(isHashed)) return undefined;
  const { version } = await frontOf(asBefore);
  return version === ledger.versionOf(frontAddress) ? { time, gone } : undefined;
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

const isHashed = (entry: string): boolean => /^(assets|media)\//.test(entry);

/** @param make makes the page's document */
async function printPage(
  { ledger, render, copies }: Printing,
  { address, key }: Pick<PlannedPage, 'address' | 'key'>,
  make: () => PageDocument | Promise<PageDocument>,
): Promise<Piece[]> {
  const document = await make();
  const json = JSON.stringify(document);
  const printed = await render({ address, document, json, hasCopies: copies !== 'none' });
  ledger.put(address, key, document.version);
  return toPieces(address, json, printed);
}

function toPieces(address: string, json: string, printed: string | PrintedPage): Piece[] {
  const { html, copies } =
    typeof printed === 'string' ? { html: printed, copies: undefined } : printed;
  return [
    { path: fileOf(address, 'json'), content: json, ...field('copies', copies?.json) },
    { path: fileOf(address, 'html'), content: html, ...field('copies', copies?.html) },
  ];
}

async function frontOf(printing: Timed): Promise<Front> {
  const { plan, config, time, ledger } = printing;
  const { lead } = plan.front;
  const [leadStory] = lead === undefined ? [] : await readStories(printing, [lead.trail.slug]);
  return toFront({
    ...{ config, now: time, chosen: plan.front, months: plan.months, filed: plan.filed },
    unheard: plan.unheard,
    ...present({ leadStory }),
    versionOf: (slug) => ledger.versionOf(storyAddress(slug)),
  });
}

/** Full stories as they are out. */
async function readStories(
  { files, out }: Printing,
  slugs: readonly string[],
): Promise<FullStory[]> {
  const stories: FullStory[] = [];
  for (const slug of slugs) {
    const path = join(out, fileOf(storyAddress(slug), 'json'));
    const story = parseDocument(JSON.parse(await files.readFile(path, 'utf8')), ['lede-story']);
    if (!story.ok || story.value.kind !== 'story') throw new OutOfStep(path);
    stories.push(story.value);
  }
  return stories;
}
