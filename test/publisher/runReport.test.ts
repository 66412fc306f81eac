import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let newsroom: Newsroom;
const aNumber: unknown = expect.any(Number);

beforeEach(async () => {
  newsroom = await openNewsroom();
});

afterEach(() => newsroom.close());

const readReport = async (): Promise<Record<string, unknown>> => {
  const report: unknown = JSON.parse(await newsroom.read('.lede/dist/report.json'));
  return { ...(report as object) };
};

test('tells of every source what came of it, beside the published folder and never in it', async () => {
  await newsroom.put('stories/week.json', '[{"headline":"Tides","body":"High."},{"headline":3}]');
  await newsroom.story('venus', { embargo: '2026-01-01T00:00:00Z' });
  const { report } = await newsroom.report();
  expect(report).toBe(`${newsroom.home}/.lede/dist/report.json`);
  const { totals, sources } = await readReport();
  expect(totals).toMatchObject({ sources: 4, kept: 3, refused: 1, held: 1 });
  expect(sources).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ source: 'stories/moon.json', format: 'article JSON', kept: 1 }),
      expect.objectContaining({ source: 'stories/venus.json', kept: 0, held: [expect.anything()] }),
      expect.objectContaining({
        ...{ source: 'stories/week.json', bytes: 52, ms: aNumber, kept: 1 },
        refused: [expect.objectContaining({ ref: 'stories/week.json [1]' })],
      }),
    ]),
  );
  expect((await newsroom.list('dist')).filter((path) => path.includes('report'))).toEqual([]);
});

test('says how near each computed related headline is', async () => {
  const body = 'Perseverance drilled a core from the rock of Jezero crater on Mars.';
  const published = '2025-12-16T10:00:00+00:00';
  await newsroom.story('core', { headline: 'Mars rover Perseverance drills in Jezero', body });
  await newsroom.story('drill', {
    ...{ headline: 'Perseverance drills a core in Jezero crater', published },
    body: `${body} The core is as long as a finger.`,
  });
  await newsroom.report();
  const { related } = await readReport();
  expect(related).toContainEqual(
    expect.objectContaining({
      slug: 'core',
      related: [expect.objectContaining({ slug: 'drill', score: aNumber })],
    }),
  );
});

test('is a page too where that is wanted, and only of this run', async () => {
  const { report } = await newsroom.report({ report: true });
  expect(report).toBe(`${newsroom.home}/.lede/dist/report.html`);
  expect(await newsroom.read('.lede/dist/report.html')).toContain('<bdi>stories/moon.json</bdi>');
  await newsroom.report();
  expect(await newsroom.list('.lede/dist')).not.toContain('report.html');
});

test.each([
  ['lede.json is no object', '[]'],
  ['lede.json cannot be read', '{ "name": '],
])('is written when %s', async (_, config) => {
  await newsroom.put('stories/lede.json', config);
  const { written } = await newsroom.report({ report: true });
  expect(written).toBeUndefined();
  const { edition, totals } = await readReport();
  expect(edition).toBeUndefined();
  expect(totals).toMatchObject({ refused: 1 });
  expect(await newsroom.read('.lede/dist/report.html')).toContain('Nothing was published');
});

test('is the same for the same sources but for the time they took', async () => {
  const timeless = async (): Promise<string> =>
    (await newsroom.read('.lede/dist/report.json')).replace(/"(ms|written)": ?[\d.]+/g, '"$1": 0');
  const sources = ['stories/moon.json', 'stories/sun.json'];
  await newsroom.report({ sources });
  const first = await timeless();
  await newsroom.report({ sources: sources.toReversed() });
  expect(await timeless()).toBe(first);
});
