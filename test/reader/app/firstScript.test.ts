import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstScript } from '../../../src/reader/app/firstScript.ts';
import { appearanceKey } from '../../../src/reader/features/appearance/appearance.ts';

// The script starts the app by an import, which this environment has none of.
const script = firstScript(['/assets/app.js']).replace(
  /import\([^)]*\).*?\)}/,
  'window.started=true}',
);
// oxlint-disable-next-line no-eval -- the script is a text by nature, and the page runs it as one
const run = (): unknown => window.eval(script);
const attributes = (): object =>
  Object.fromEntries(Object.entries(document.documentElement.dataset));

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const name of Object.keys(document.documentElement.dataset)) {
    delete document.documentElement.dataset[name];
  }
  Reflect.deleteProperty(window, 'started');
});

test('is small enough to stand in every page', () => {
  expect(
    new TextEncoder().encode(
      firstScript(['dom', 'frame', 'index'].map((name) => `/news/assets/${name}-0123abcd.js`)),
    ).length,
  ).toBeLessThan(1024);
});

test('leaves the page to the system until the reader has chosen', () => {
  run();
  expect(attributes()).toEqual({});
});

test('shows what the reader chose before anything is painted', () => {
  localStorage.setItem(appearanceKey, '{"theme":"sepia","size":"6"}');
  run();
  expect(attributes()).toEqual({ theme: 'sepia', size: '6' });
});

test('a damaged or hostile mirror changes nothing and stops nothing', () => {
  for (const text of ['{"theme":', '7', 'null', '{"theme":{"a":1},"size":"x y"}']) {
    localStorage.setItem(appearanceKey, text);
    run();
    expect(attributes()).toEqual({});
  }
  window.dispatchEvent(new Event('load'));
  expect(Reflect.get(window, 'started')).toBe(true);
});
