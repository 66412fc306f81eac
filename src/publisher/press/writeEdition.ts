import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  fileOf,
  frontAddress,
  pointerAddress,
  shellAddress,
  storyAddress,
} from '../../model/address.ts';
import { parseDocument, type PageDocument } from '../../model/document.ts';
import type { Front } from '../../model/edition.ts';
import type { FullStory } from '../../model/story.ts';
import type { Config } from '../config.ts';
import { instantOf, storyTime } from '../desk/dates.ts';
import type { Filed } from '../desk/filed.ts';
import { toFront } from '../desk/front.ts';
import type { Plan, PlannedPage } from '../desk/plan.ts';
import { present } from '../desk/present.ts';
import type { ReaderBuild } from './assets.ts';
import { openBench, type Bench } from './bench.ts';
import type { Files } from './files.ts';
import type { HostFile } from './hostFile.ts';
import { hostFiles } from './hostFiles.ts';
import { writeJournal } from './journal.ts';
import { replacedKey, type Ledger } from './ledger.ts';
import { OutOfStep } from './outOfStep.ts';
import { toPointer } from './pointer.ts';
import type { PublishedStory } from './publishedStories.ts';
import { removeEntry } from './removeEntry.ts';
import { readIfThere } from './replaceFile.ts';
import { writeTake } from './take.ts';

/** Turns one page into the whole text of its HTML file; no document: the page for unknown addresses. */
export type RenderPage = (page: { address: string; document?: PageDocument }) => string;

export interface Printing {
  files: Files;
  /** Absolute path of the folder to publish into. */
  out: string;
  /** Absolute path of what the publisher remembers of that folder. */
  stateFolder: string;
  plan: Plan;
  config: Config;
  now: Date;
  /** Settings, reader and program are as they were when what is out was made. */
  isMadeAlike: boolean;
  build: ReaderBuild;
  render: RenderPage;
  ledger: Ledger;
  /** Nothing is taken for granted: everything is made, and what is there is compared with it. */
  isAnew: boolean;
  /** A story's own part, wherever it lies. */
  draftOf: (filed: Filed) => Promise<FullStory>;
  /** Files under media/ that the edition shows. */
  media: ReadonlySet<string>;
  /** Entries of the edition before that stay as they are: stories that were refused this time. */
  untouched: ReadonlySet<string>;
  /** Stories that go out or are taken back, for the journal. */
  stories: [string, PublishedStory][];
  progress: (stage: string, done: number, total: number) => void;
}

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
  const { files, out, stateFolder, plan, ledger, stories } = printing;
  const work = findWork(printing);
  await writeJournal(files, stateFolder, { entries: work.added, stories });

  const bench = openBench(files, out);
  let done = 0;
  const step = (): void => printing.progress('writing pages', ++done, work.pages);
  const isThere = (page: PlannedPage): boolean => ledger.keyOf(page.address) !== undefined;
  const pressPages = async (pages: readonly PlannedPage[]): Promise<void> => {
    for (const page of pages) {
      const draft = page.story === undefined ? undefined : await printing.draftOf(page.story);
      await pressPage(printing, bench, page, page.make(draft));
      step();
    }
  };
  const known = { leaves: work.leaves.filter(isThere), lists: work.lists.filter(isThere) };
  const added = {
    leaves: work.leaves.filter((page) => !isThere(page)),
    lists: work.lists.filter((page) => !isThere(page)),
  };
  for (const { path, bytes, key } of work.assets) {
    await bench.put([{ path, content: bytes }], ledger.keyOf(path) === undefined);
    ledger.put(path, key);
  }
  for (const path of work.media) {
    await bench.placeHashed(join(stateFolder, 'pictures', path.slice('media/'.length)), path);
    ledger.put(path, hashedKey);
  }
  await bench.settle();
  await pressPages(added.leaves);
  await bench.settle();
  await pressPages(added.lists);
  await bench.settle();
  await pressPages(known.leaves);
  await bench.settle();
  await pressPages(known.lists);
  for (const { path, key, stories: slugs, make } of work.hosts) {
    const content = make(await readStories(printing, slugs));
    await bench.put([{ path, content }], ledger.keyOf(path) === undefined);
    ledger.put(path, key);
    step();
  }
  await bench.settle();
  const front = await frontOf(printing);
  await pressPage(printing, bench, { address: frontAddress, key: front.version }, front);
  await bench.settle();
  // Made from the pages just written; the pointer that brings readers to it is the last of all.
  const taken = await writeTake(files, out, plan.site);
  const pointer = toPointer(plan, front, ledger.versionOf);
  const path = pointerAddress.slice(1);
  await bench.put([{ path, content: JSON.stringify(pointer) }], false);
  ledger.put(path, pointer.edition);
  await bench.settle();
  await removeGone(printing, work.gone);
  return bench.written() + taken;
}

/** A printing of which it is known when its edition was published, for a reader. */
type Timed = Printing & { time: Date };

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
  const isDue = ({ address, key }: PlannedPage): boolean => ledger.keyOf(address) !== key;
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

/** Stands for the key of a file whose name carries its hash. */
const hashedKey = 'hashed';

const isHashed = (entry: string): boolean => /^(assets|media)\//.test(entry);

async function pressPage(
  { ledger, render }: Printing,
  bench: Bench,
  { address, key }: Pick<PlannedPage, 'address' | 'key'>,
  document: PageDocument,
): Promise<void> {
  const pieces = [
    { path: fileOf(address, 'json'), content: JSON.stringify(document) },
    { path: fileOf(address, 'html'), content: render({ address, document }) },
  ];
  await bench.put(pieces, ledger.keyOf(address) === undefined);
  ledger.put(address, key, document.version);
}

interface Work {
  assets: { path: string; bytes: Uint8Array; key: string }[];
  media: string[];
  leaves: PlannedPage[];
  lists: PlannedPage[];
  hosts: HostFile[];
  /** Entries that the ledger does not have yet. */
  added: string[];
  /** Entries that this edition does not have. */
  gone: string[];
  /** Something is to be made. */
  hasDue: boolean;
  /** Pages and files for hosts, for the progress shown. */
  pages: number;
}

/** What of an edition differs from what lies there. */
function findWork(printing: Timed): Work {
  const { plan, config, now, time, ledger, build, isAnew } = printing;
  const wanted = new Set([frontAddress, pointerAddress.slice(1)]);
  const added = [...wanted].filter((entry) => ledger.keyOf(entry) === undefined);
  const isDue = (entry: string, key: string): boolean => {
    wanted.add(entry);
    const known = ledger.keyOf(entry);
    if (known === undefined) added.push(entry);
    return isAnew || known !== key;
  };
  const isPageDue = ({ address, key }: PlannedPage): boolean => isDue(address, key);
  const published = storyTime(instantOf(time), config.language, config.timeZone);
  const missing: HostFile = {
    ...{ path: fileOf('/404', 'html'), key: 'missing', stories: [] },
    make: () => printing.render({ address: '/404' }),
  };
  const shell: HostFile = {
    ...{ path: fileOf(shellAddress, 'html'), key: 'shell', stories: [] },
    make: () => printing.render({ address: shellAddress }),
  };
  const due = {
    assets: build.files
      .map((file) => ({ ...file, key: bytesKey(file.bytes) }))
      .filter(({ path, key }) => isDue(path, key)),
    media: [...printing.media].filter((path) => isDue(path, hashedKey)),
    leaves: plan.leaves.filter(isPageDue),
    lists: [...plan.lists, plan.index].filter(isPageDue),
    hosts: [missing, shell, ...hostFiles({ ...plan, published, now: instantOf(now) })].filter(
      ({ path, key }) => isDue(path, key),
    ),
  };
  const gone = [...ledger.entries()].filter(
    (entry) => !wanted.has(entry) && !printing.untouched.has(entry),
  );
  const hasDue = Object.values(due).some((some) => some.length > 0);
  const pages = due.leaves.length + due.lists.length + due.hosts.length;
  return { ...due, added, gone, hasDue, pages };
}

function bytesKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

async function frontOf(printing: Timed): Promise<Front> {
  const { plan, config, time, ledger } = printing;
  const { lead } = plan.front;
  const [leadStory] = lead === undefined ? [] : await readStories(printing, [lead.trail.slug]);
  return toFront({
    ...{ config, now: time, chosen: plan.front, months: plan.months, stories: plan.filed.length },
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
