// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

const href = '/assets/sheets-abc.css';

/** The module keeps what has come, so each test has its own. */
async function open() {
  vi.resetModules();
  return import('../../../src/reader/ui/restOfSheets.ts');
}

/** As the app of the page about the Moon does it. */
function fetchRest(sheets: Awaited<ReturnType<typeof open>>) {
  sheets.fetchRestOfSheets(href, '/story/moon', () => window.location.pathname === '/story/moon');
}

function link(): HTMLLinkElement {
  const found = document.head.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
  if (found === null) throw new Error('the page has no link to a stylesheet');
  return found;
}

beforeEach(() => {
  const late = document.createElement('link');
  late.id = 'late';
  document.head.replaceChildren(
    document.createElement('style'),
    document.createElement('style'),
    late,
  );
  window.history.replaceState(null, '', '/story/moon');
  // It was loaded again for this version already.
  sessionStorage.setItem('lede-reloaded', href);
});

test('a page that has all of the stylesheet fetches nothing and goes anywhere', async () => {
  const sheets = await open();
  sheets.fetchRestOfSheets(undefined, '/story/moon', () => true);
  expect(document.head.querySelector('link[rel=stylesheet]')).toBeNull();
  expect(sheets.hasSheetsFor('/')).toBe(true);
  await sheets.restOfSheets();
});

test('until the rest has come only the page itself can be shown, then every page', async () => {
  const sheets = await open();
  fetchRest(sheets);
  expect([sheets.hasSheetsFor('/story/moon'), sheets.hasSheetsFor('/')]).toEqual([true, false]);
  const come = vi.fn<() => void>();
  void sheets.restOfSheets().then(come);
  await Promise.resolve();
  expect(come).not.toHaveBeenCalled();
  link().dispatchEvent(new Event('load'));
  expect(sheets.hasSheetsFor('/')).toBe(true);
  await vi.waitFor(() => expect(come).toHaveBeenCalledOnce());
});

test('a reader who went back before the app started is on a page whose rules are not here', async () => {
  window.history.replaceState(null, '', '/');
  const sheets = await open();
  fetchRest(sheets);
  expect([sheets.hasSheetsFor('/story/moon'), sheets.hasSheetsFor('/')]).toEqual([true, false]);
});

test('stands behind the page’s own parts and before those of parts that come later', async () => {
  const sheets = await open();
  fetchRest(sheets);
  expect([...document.head.children].map((one) => one.id || one.localName)).toEqual([
    'style',
    'style',
    'link',
    'late',
  ]);
});

test('where it cannot be had, links stay plain, what comes late goes on, and going back is shown as it can be', async () => {
  const sheets = await open();
  fetchRest(sheets);
  link().dispatchEvent(new Event('error'));
  await sheets.restOfSheets();
  expect(sheets.hasSheetsFor('/')).toBe(false);
  window.history.replaceState(null, '', '/');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(sheets.hasSheetsFor('/')).toBe(true));
});
