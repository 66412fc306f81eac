import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSlug } from '../../../../src/model/slug.ts';
import { isInstant } from '../../../../src/model/time.ts';
import { readFile } from '../../../../src/publisher/wire/readFile.ts';
import type { WireItem } from '../../../../src/publisher/wire/wireItem.ts';
import { randomNumbers } from '../randomNumbers.ts';

const samples = new URL('../../../samples/', import.meta.url).pathname;
const encoder = new TextEncoder();
/** What a field may hold that nobody expects there. */
const strange: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, '', ' ', '\u0000', '\ud800', '\u202e', 'javascript:alert(1)', []],
  ...[
    {},
    [[]],
    [null],
    { rendered: {} },
    { name: null },
    '2025-99-99',
    '<script>x</script>',
    '//host',
  ],
  ...[
    'x'.repeat(5000),
    { '@id': '#x' },
    { value: { value: [] } },
    ['a', 1, { name: 'b' }],
    '&#x110000;',
  ],
];

/** A copy of a JSON value in which some values are others. */
function mutate(value: unknown, next: () => number): unknown {
  if (next() < 0.04) return strange[Math.floor(next() * strange.length)];
  if (Array.isArray(value)) return (value as unknown[]).map((one) => mutate(one, next));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mutate(one, next)]));
}

/** What about an item is not as every item must be. */
function faultsOf(item: WireItem): string[] {
  const { headline, fileSlug, expires, withheld, body } = item;
  const addresses = [item.canonical, item.source?.url, item.picture?.src].flatMap(
    (url) => url ?? [],
  );
  const faults = {
    headline: headline.trim() === '' || headline.length > 300,
    id: item.id === '',
    slug: fileSlug !== undefined && !isSlug(fileSlug),
    expires: expires !== undefined && !isInstant(expires),
    withheld: withheld !== undefined && body.length > 0,
    address: addresses.some((url) => !/^https?:\/\/[^/]/.test(url)),
    link: /(?:href|url|src)":"(?:javascript|data|vbscript):/i.test(JSON.stringify(item)),
  };
  return Object.entries(faults).flatMap(([name, isFault]) =>
    isFault ? [`${name} of ${item.ref}`] : [],
  );
}

describe.each(['ghost', 'guardian', 'json-feed', 'ninjs', 'schema-org', 'wordpress'])(
  '%s with wrong values',
  (format) => {
    const files = readdirSync(join(samples, format)).flatMap((name) =>
      readdirSync(join(samples, format, name))
        .filter((file) => file === 'input.json')
        .map((file) => readFileSync(join(samples, format, name, file), 'utf8')),
    );

    it('is read or refused, and nothing that comes out is out of shape', () => {
      const next = randomNumbers(5);
      for (let round = 0; round < 120; round += 1) {
        const text = files[round % files.length] ?? '';
        const bytes = encoder.encode(JSON.stringify(mutate(JSON.parse(text), next)));
        const { items } = readFile({ name: 'input.json', bytes });
        expect(items.flatMap(faultsOf)).toEqual([]);
      }
    });
  },
);

it('reads a broken file of every format without touching the prototype of objects', () => {
  const text =
    '[{"uri":"x","pubstatus":"usable","headline":"H","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]';
  expect(readFile({ name: 'a.json', bytes: encoder.encode(text) }).items).toHaveLength(1);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('never lets out notes to editors, mail addresses of staff, or injected code', () => {
  const all = ['ghost/posts', 'ninjs/text-1x', 'ninjs/camel-case-3x', 'ninjs/feed-of-versions']
    .map((name) => readFileSync(join(samples, name, 'expected.json'), 'utf8'))
    .join('');
  expect(all).not.toMatch(/Editors:|do not publish|KILL|@agency|@clocks|steal\(\)|free\./);
});

it('reads a page of 9 MB in bounded time', () => {
  const page = (body: string): Uint8Array =>
    encoder.encode(
      `<!doctype html><title>Wide</title><body><article><h1>Wide</h1>${body}</article>`,
    );
  for (const body of [
    '<p>word '.repeat(1_000_000),
    '<div>'.repeat(1_500_000),
    '<script>'.repeat(1_000_000),
    '<a href=x>'.repeat(700_000),
  ]) {
    const start = process.cpuUsage();
    const { items, refused } = readFile({ name: 'page.html', bytes: page(body) });
    expect(items.length + refused.length).toBe(1);
    // Its own work: a busy machine may take its time.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000, body.slice(0, 10)).toBeLessThan(15_000);
  }
}, 90_000);
