import { beforeEach, expect, test, vi } from 'vitest';
import { reloadOnce } from '../../../src/reader/ui/reloadOnce.ts';

/** A window that counts how often it was loaded again. */
function openWindow(onLine = true, sessionStorage: Storage = window.sessionStorage) {
  const reload = vi.fn<() => void>();
  const view = { navigator: { onLine }, sessionStorage, location: { reload } };
  return { reload, view: view as unknown as Window };
}

beforeEach(() => sessionStorage.clear());

test('a part that is gone loads the page again once, and not for ever', () => {
  const { reload, view } = openWindow();
  expect(reloadOnce('assets/a-1.js', view)).toBe(true);
  expect(reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('the next version may do so again', () => {
  const { reload, view } = openWindow();
  reloadOnce('assets/a-1.js', view);
  expect(reloadOnce('assets/a-2.js', view)).toBe(true);
  expect(reload).toHaveBeenCalledTimes(2);
});

test('offline the page stays', () => {
  const { reload, view } = openWindow(false);
  expect(reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('where nothing can be remembered the page stays', () => {
  const refused = {
    getItem: () => null,
    setItem: () => {
      throw new Error('refused');
    },
  };
  const { reload, view } = openWindow(true, refused as unknown as Storage);
  expect(reloadOnce('assets/a-1.js', view)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
