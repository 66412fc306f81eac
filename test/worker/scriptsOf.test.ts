import { expect, test } from 'vitest';
import { firstScript } from '../../src/reader/app/firstScript.ts';
import { scriptsOf } from '../../src/worker/scriptsOf.ts';

const scripts = ['assets/dom-D30i__oY.js', 'assets/index--lLeW-W4.js'];
const page = (script: string): string =>
  `<head><script>${script}</script></head><div id="root">assets/other-12345678.js`;

test.each(['/', '/news/'])(
  'the scripts of a page under %s are read from its first script',
  (base) => {
    const addresses = scripts.map((path) => base + path);
    expect(scriptsOf(page(firstScript(addresses, base)))).toEqual(scripts);
    expect(scriptsOf(page(firstScript(addresses.slice(0, 1), base)))).toEqual(scripts.slice(0, 1));
  },
);

test('a page of an earlier version names each script in full', () => {
  expect(scriptsOf(page(`n=${JSON.stringify(scripts.map((path) => `/${path}`))}`))).toEqual(
    scripts,
  );
});
