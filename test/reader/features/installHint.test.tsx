import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InstallHint } from '../../../src/reader/features/install/InstallHint.tsx';
import { install, keepInstallPrompt } from '../../../src/reader/features/install/installPrompt.ts';

const hint = 'Keep The Courier at hand.';
keepInstallPrompt();

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(async () => {
  cleanup();
  await install();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The browser's own offer, as Chromium makes it. */
function offer() {
  const event = new Event('beforeinstallprompt', { cancelable: true });
  const prompt = vi.fn<() => Promise<void>>(async () => undefined);
  Object.assign(event, { prompt });
  act(() => void window.dispatchEvent(event));
  return { event, prompt };
}

const pageAt = (nth: number) => <InstallHint site="The Courier" address={`/story/${nth}`} />;
/** What says it is fetched then. */
const rest = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    await import('../../../src/reader/features/install/InstallOffer.tsx');
  });

/** Opens pages one after the other and rests on each. @returns on which of them it was said */
async function read(pages: number): Promise<number[]> {
  const view = render(pageAt(0));
  const said: number[] = [];
  for (let nth = 1; nth <= pages; nth += 1) {
    view.rerender(pageAt(nth));
    await rest();
    if (screen.queryByText(hint) !== null) said.push(nth);
  }
  view.unmount();
  return said;
}

test('installing is spoken of once, to who has opened some pages', async () => {
  const { event } = offer();
  expect(event.defaultPrevented).toBe(true);
  expect(await read(8)).toEqual([4]);
  expect(await read(8)).toEqual([]);
});

test('a page that shows its shape first, and then itself, is one page', async () => {
  offer();
  for (let time = 0; time < 8; time += 1) {
    const view = render(pageAt(100));
    await rest();
    expect(screen.queryByText(hint)).toBeNull();
    view.unmount();
  }
});

test('not while the reader scrolls, only when they rest', async () => {
  offer();
  localStorage.setItem('lede-install', '9');
  render(pageAt(1));
  for (let second = 0; second < 20; second += 1) {
    act(() => void vi.advanceTimersByTime(1000));
    fireEvent.scroll(window);
  }
  expect(screen.queryByText(hint)).toBeNull();
  await rest();
  expect(screen.getByText(hint)).toBeTruthy();
});

test('the button asks by the browser’s own question, and “No, thanks” holds for good', async () => {
  const { prompt } = offer();
  localStorage.setItem('lede-install', '9');
  const view = render(pageAt(1));
  await rest();
  fireEvent.click(screen.getByRole('button', { name: 'Install' }));
  expect(prompt).toHaveBeenCalledOnce();
  expect(screen.queryByText(hint)).toBeNull();
  view.unmount();

  offer();
  localStorage.setItem('lede-install', '9');
  const other = render(pageAt(1));
  await rest();
  fireEvent.click(screen.getByRole('button', { name: 'No, thanks' }));
  expect(screen.queryByText(hint)).toBeNull();
  other.unmount();
  expect(await read(8)).toEqual([]);
});

test('an iPhone is told the words, since it has no such question', async () => {
  vi.stubGlobal('navigator', { standalone: false, maxTouchPoints: 5 });
  localStorage.setItem('lede-install', '9');
  render(pageAt(1));
  await rest();
  expect(screen.getByText(/Press Share, then “Add to Home Screen”/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Install' })).toBeNull();
});

test('a browser that cannot install, and an edition that is installed, say nothing', async () => {
  localStorage.setItem('lede-install', '9');
  expect(await read(3)).toEqual([]);
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('standalone') }));
  offer();
  expect(await read(3)).toEqual([]);
});

test('where nothing can be remembered, nothing is said, lest it be said on every page', async () => {
  offer();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await read(8)).toEqual([]);
});

test('a browser that will not ask leaves the page in peace', async () => {
  const { prompt } = offer();
  prompt.mockRejectedValue(new DOMException('not now', 'NotAllowedError'));
  await expect(install()).resolves.toBeUndefined();
});
