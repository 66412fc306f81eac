import type { Page } from '@playwright/test';
import { words } from '../../../../src/reader/ui/words.ts';

/** What a reader has before them, told by its text alone. */
export type Seen =
  /** The whole text of this story, of one release. */
  | { kind: 'story'; slug: string; release: string }
  | { kind: 'front' }
  /** One of our own pages that says why the page is not here. */
  | { kind: 'problem'; title: string }
  /** A network's own page, or the browser's: nothing of ours answered. */
  | { kind: 'foreign'; what: string }
  /** Anything a reader should never see. */
  | { kind: 'wrong'; what: string };

/** How long a page may stay blank or loading, and how long a reader waits for anything at all. Milliseconds. */
const [patience, beforeAnything] = [10_000, 5000];

const problemTitles: ReadonlySet<string> = new Set([
  ...Object.values(words.problems).map(({ title }) => title),
  words.notFound.title,
]);

/** What was seen at an address, and how long it took until the page was answered, where anything of ours was. */
export interface Opened {
  address: string;
  seen: Seen;
  /** Milliseconds; undefined where a page was not loaded for it. */
  answered?: number;
}

/** Opens an address, and takes the time of it by the browser's own watch. */
export async function openTimed(page: Page, address: string): Promise<Opened> {
  const seen = await open(page, address);
  const answered = await page
    .evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation');
      return entry instanceof PerformanceNavigationTiming ? entry.responseStart : undefined;
    })
    .catch(() => undefined);
  return { address, seen, ...(answered !== undefined && { answered }) };
}

/** Opens an address as a reader does, whatever comes of it. @param address `/story/x` */
export async function open(page: Page, address: string): Promise<Seen> {
  const failed = await page
    .goto(`.${address}`, { waitUntil: 'commit', timeout: beforeAnything })
    .then(() => undefined)
    .catch((error: unknown) => String(error));
  if (failed === undefined) return look(page);
  // Who waited that long presses stop; until then the browser answers no question about the page.
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.stopLoading').catch(() => undefined);
  await tools.detach().catch(() => undefined);
  const seen = await look(page, 0);
  return seen.kind === 'wrong' ? { kind: 'foreign', what: failed } : seen;
}

/** Waits until the page has made up its mind, and says what it shows. */
export async function look(page: Page, atMost = patience): Promise<Seen> {
  const end = Date.now() + atMost;
  for (;;) {
    const found = await Promise.race([
      page.evaluate(readPage).catch(() => undefined),
      page.waitForTimeout(3000),
    ]);
    const seen = found ? judge(found) : undefined;
    if (seen !== undefined && seen.kind !== 'wrong') return seen;
    if (Date.now() > end) return seen ?? { kind: 'wrong', what: 'no page' };
    await page.waitForTimeout(50);
  }
}

type Found = ReturnType<typeof readPage>;

/** Runs in the page. */
function readPage() {
  const textOf = (selector: string): string =>
    document.querySelector<HTMLElement>(selector)?.innerText ?? '';
  return {
    url: window.location.href,
    heading: textOf('h1').trim(),
    hasLead: document.querySelector('main article a[href]') !== null,
    isOurs: document.querySelector('#root main') !== null,
    article: textOf('main article'),
    all: document.body?.innerText.slice(0, 200) ?? '',
  };
}

function judge({ url, heading, hasLead, isOurs, article, all }: Found): Seen {
  if (url.startsWith('chrome-error:')) return { kind: 'foreign', what: 'the browser’s own page' };
  if (heading === 'Welcome to the train') return { kind: 'foreign', what: 'a sign-in page' };
  if (isOurs && problemTitles.has(heading)) return { kind: 'problem', title: heading };
  if (isOurs && heading === 'Lede') {
    return hasLead ? { kind: 'front' } : { kind: 'wrong', what: 'a front without its lead' };
  }
  const marks = [...article.matchAll(/These words are (\w+)'s, of the (\w+) release\./g)];
  const [first] = marks;
  const end = /So ends (\w+)\./.exec(article)?.[1];
  if (isOurs && first?.[1] !== undefined && end === first[1] && marks.length === 1) {
    return { kind: 'story', slug: first[1], release: first[2] ?? '' };
  }
  return { kind: 'wrong', what: `heading “${heading}”, ${JSON.stringify(all)}` };
}
