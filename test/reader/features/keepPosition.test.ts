// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getRecord, ownOf } from '../../../src/reader/storage/own.ts';

/** Height of each piece of text. Pixels. */
const height = 500;
const own = ownOf('/');
/** What the browser says of how a page was loaded, which jsdom does not. */
class Reloaded implements PerformanceEntry {
  type = 'reload';
  name = '';
  entryType = 'navigation';
  startTime = 0;
  duration = 0;
  toJSON(): object {
    return this;
  }
}
let scrolled = 0;
let stop = (): void => undefined;

/** A page of four pieces, at its top. */
function show(address: string): void {
  window.history.pushState(null, '', address);
  const article = document.createElement('article');
  const body = document.createElement('div');
  body.className = 'body';
  for (const nth of [1, 2, 3, 4]) {
    const piece = document.createElement('p');
    piece.textContent = `Piece ${nth} of ${address}`;
    body.append(piece);
  }
  article.append(body);
  const main = document.createElement('main');
  main.append(article);
  document.body.replaceChildren(main);
  scrolled = 0;
}

/** The module counts pages, so each test has its own. */
async function keep(address: string): Promise<void> {
  const { keepPosition } = await import('../../../src/reader/features/position/keepPosition.ts');
  stop = keepPosition(own, '/', address);
}

function scrollTo(top: number): void {
  scrolled = top;
  window.dispatchEvent(new Event('scroll'));
}

const placeAt = async (address: string): Promise<unknown> => {
  const found = await getRecord(own, 'positions', address);
  return found.ok ? found.value : found;
};

const soon = (milliseconds: number): Promise<void> => {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
};

beforeEach(() => {
  vi.resetModules();
  sessionStorage.clear();
  vi.stubGlobal('PerformanceNavigationTiming', Reloaded);
  vi.stubGlobal('scrollBy', ({ top }: { top: number }) => (scrolled += top));
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(
    this: Element,
  ) {
    const before = [...(this.parentElement?.children ?? [])].indexOf(this);
    return new DOMRect(0, before * height - scrolled, 100, height);
  });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('the place of the page that was left is none on the page that was come to', async () => {
  show('/story/moon');
  await keep('/story/moon');
  scrollTo(600);
  const there = { piece: 1, into: 0.2 };
  await vi.waitFor(async () => expect(await placeAt('/story/moon')).toMatchObject(there));
  scrollTo(1100);

  // The next page stands, in another face, before what followed the last one has been stopped.
  show('/story/tides');
  document.documentElement.dataset['readingFace'] = '';
  await soon(400);
  expect(scrolled).toBe(0);
  expect(await placeAt('/story/moon')).toMatchObject(there);
});

test('a notice that comes while the page is scrolled moves nothing', async () => {
  show('/story/quake');
  await keep('/story/quake');
  scrollTo(600);
  await vi.waitFor(async () =>
    expect(await placeAt('/story/quake')).toMatchObject({ piece: 1, into: 0.2 }),
  );
  scrollTo(1100);
  document.documentElement.style.setProperty('--foot', '90px');
  await vi.waitFor(async () =>
    expect(await placeAt('/story/quake')).toMatchObject({ piece: 2, into: 0.2 }),
  );
  expect(scrolled).toBe(1100);
});

test('a reload comes back to the words that were read, however late the page stands', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([new Reloaded()]);
  show('/story/moon');
  await keep('/story/moon');
  scrollTo(600);
  window.dispatchEvent(new Event('pagehide'));
  stop();

  vi.resetModules();
  // What stands for a page on its way has no words.
  document.body.replaceChildren(document.createElement('main'));
  await keep('/story/moon');
  stop();
  show('/story/moon');
  await keep('/story/moon');
  expect(scrolled).toBe(600);

  // And no other page does, however it was left.
  stop();
  show('/story/moon');
  await keep('/story/moon');
  expect(scrolled).toBe(0);
});
