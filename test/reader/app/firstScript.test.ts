// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstScript } from '../../../src/reader/app/firstScript.ts';
import { storageKey } from '../../../src/reader/ui/storageKey.ts';

// The script starts the app by an import, which this environment has none of.
const written = firstScript(['/assets/app.js', '/assets/frame.js'], '/');
const script = written.replace('import(u)', '(window.started=true,Promise.resolve({begun:1}))');
// oxlint-disable-next-line no-eval -- the script is a text by nature, and the page runs it as one
const run = (): unknown => window.eval(script);
const attributes = (): object =>
  Object.fromEntries(Object.entries(document.documentElement.dataset));

/** Resolves with true once the app has been started; undefined when it is not within a second. */
const started = (): Promise<unknown> =>
  vi
    .waitUntil((): unknown => Reflect.get(window, 'started'), { timeout: 1000 })
    .catch(() => undefined);
/** Several frames. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

function show(tag: 'a' | 'button'): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute('href', '#next');
  document.body.replaceChildren(element);
  return element;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const name of Object.keys(document.documentElement.dataset)) {
    delete document.documentElement.dataset[name];
  }
  Reflect.deleteProperty(window, 'started');
});

test('is small enough to stand in every page of an edition below a path', () => {
  const names = ['rolldown-runtime', 'dom', 'frame', 'storageKey', 'address', 'index'];
  const scripts = names.map((name) => `/news/assets/${name}-0123abcd.js`);
  expect(new TextEncoder().encode(firstScript(scripts, '/news/')).length).toBeLessThan(1024);
});

test('leaves the page to the system until the reader has chosen', () => {
  run();
  expect(attributes()).toEqual({});
});

test('shows what the reader chose before anything is painted', () => {
  localStorage.setItem(storageKey('appearance'), '{"theme":"sepia","size":"6"}');
  run();
  expect(attributes()).toEqual({ theme: 'sepia', size: '6' });
});

test('the reading face is asked for at once where this device has it, the italic when a page wants it', () => {
  const asked: string[] = [];
  class Face {
    readonly source: string;
    constructor(_family: string, source: string) {
      this.source = source;
    }
    load(): Promise<never> {
      asked.push(this.source);
      return Promise.reject(new Error('no line'));
    }
  }
  const known: Face[] = [];
  vi.stubGlobal('FontFace', Face);
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { add: (face: Face) => known.push(face) },
  });
  localStorage.setItem(
    storageKey('face'),
    '[["url(/roman.woff2)",{"weight":"400 700"}],["url(/italic.woff2)",{"style":"italic"}]]',
  );
  run();
  Reflect.deleteProperty(document, 'fonts');
  vi.unstubAllGlobals();
  expect(known).toHaveLength(2);
  expect(asked).toEqual(['url(/roman.woff2)']);
  expect(attributes()).toEqual({ readingFace: '' });
});

test('a damaged or hostile mirror changes nothing and stops nothing', async () => {
  for (const text of ['{"theme":', '7', 'null', '{"theme":{"a":1},"size":"x y"}']) {
    localStorage.setItem(storageKey('appearance'), text);
    run();
    expect(attributes()).toEqual({});
  }
  window.dispatchEvent(new Event('load'));
  expect(await started()).toBe(true);
});

test('what is here is painted before the app starts', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  run();
  window.dispatchEvent(new Event('load'));
  await aWhile();
  expect(Reflect.get(window, 'started')).toBeUndefined();
  for (const frame of frames) frame(0);
  // A frame's callbacks are called before it is painted.
  expect(Reflect.get(window, 'started')).toBeUndefined();
  expect(await started()).toBe(true);
  vi.unstubAllGlobals();
});

test('in a tab that nobody looks at the app starts all the same', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  run();
  window.dispatchEvent(new Event('load'));
  expect(await started()).toBe(true);
  hidden.mockRestore();
  vi.unstubAllGlobals();
});

test('a link followed before the app has begun has the line to itself', async () => {
  run();
  show('a').click();
  window.dispatchEvent(new Event('load'));
  await aWhile();
  expect(Reflect.get(window, 'started')).toBeUndefined();
});

test('a reader who stays after all gets the app some seconds later', async () => {
  vi.useFakeTimers();
  run();
  show('a').click();
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(await started()).toBe(true);
});

test('scripts that came whole are not fetched again', async () => {
  const fetched = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetched);
  run();
  window.dispatchEvent(new Event('load'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fetched).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('anything else that the reader does starts the app', async () => {
  run();
  show('button').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(await started()).toBe(true);
});

test.each([
  ['damaged', 'Promise.reject(u)'],
  ['empty', 'Promise.resolve({})'],
])('scripts that came %s are fetched past the browser’s own copies, once', async (_, imported) => {
  const fetched = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no line'));
  vi.stubGlobal('fetch', fetched);
  // oxlint-disable-next-line no-eval -- as above
  window.eval(written.replace('import(u)', imported));
  window.dispatchEvent(new Event('load'));
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fetched.mock.calls).toEqual([
    ['/assets/app.js', { cache: 'reload' }],
    ['/assets/frame.js', { cache: 'reload' }],
  ]);
  vi.unstubAllGlobals();
});
