// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { reloadOnce } from '../../../src/reader/ui/reloadOnce.ts';

/** A window that counts how often it was loaded again. */
function openWindow(
  answer: () => Promise<Response> = () => Promise.resolve(new Response('a page')),
  sessionStorage: Storage = window.sessionStorage,
  onLine = true,
) {
  const reload = vi.fn<() => void>();
  const location = { href: 'https://example.org/story/moon', reload };
  const view = { navigator: { onLine }, sessionStorage, location, fetch: answer };
  return { reload, view: view as unknown as Window };
}

beforeEach(() => sessionStorage.clear());

test('a part that is gone loads the page again once, and not for ever', async () => {
  const { reload, view } = openWindow();
  expect(await reloadOnce('assets/a-1.js', view)).toBe(true);
  expect(await reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('several parts that are gone at once load it once', async () => {
  const { reload, view } = openWindow();
  await Promise.all([1, 2, 3].map(() => reloadOnce('assets/a-1.js', view)));
  expect(reload).toHaveBeenCalledTimes(1);
});

test('the next version may do so again', async () => {
  const { reload, view } = openWindow();
  await reloadOnce('assets/a-1.js', view);
  expect(await reloadOnce('assets/a-2.js', view)).toBe(true);
  expect(reload).toHaveBeenCalledTimes(2);
});

test.each([
  ['there is no line, whatever the browser says', () => Promise.reject(new TypeError('no line'))],
  ['its host is in trouble', () => Promise.resolve(new Response('busy', { status: 503 }))],
  ['a network answers in its place', () => Promise.resolve(redirected())],
])('the page stays when %s, and may be loaded again later', async (_, answer) => {
  const { reload, view } = openWindow(answer);
  expect(await reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
  expect(await reloadOnce('assets/a-1.js', openWindow().view)).toBe(true);
});

test('the browser’s word that there is no line does not count', async () => {
  const { view } = openWindow(undefined, undefined, false);
  expect(await reloadOnce('assets/a-1.js', view)).toBe(true);
});

function redirected(): Response {
  return Object.defineProperty(new Response('sign in'), 'redirected', { value: true });
}

test('where nothing can be remembered the page stays', async () => {
  const refused = {
    getItem: () => null,
    setItem: () => {
      throw new Error('refused');
    },
  };
  const { reload, view } = openWindow(undefined, refused as unknown as Storage);
  expect(await reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
