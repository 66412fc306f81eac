import { expect, test } from 'vitest';
import { buildReport } from '../../../src/publisher/report/buildReport.ts';
import { nothing, richInput, richReport } from './reported.ts';

const said = (code: string) => ({ code, at: '', message: `it is ${code}` });

test('everything that is said of a file stands under that file, its items with their number', () => {
  const report = buildReport({
    ...nothing,
    read: [
      { source: 'week.json', format: 'article JSON', bytes: 900, ms: 2 },
      { source: 'day.md', format: 'Markdown', bytes: 100, ms: 1 },
    ],
    kept: [{ ref: 'week.json [0]' }, { ref: 'week.json [10]' }, { ref: 'day.md' }],
    refused: [{ ref: 'week.json [2]', problems: [said('missing-headline'), said('no-date')] }],
    held: [{ ref: 'week.json [3]', problem: said('held-draft') }],
    warnings: [{ ref: 'lede.json', problem: said('no-url') }],
  });
  expect(report.sources.map(({ source }) => source)).toEqual(['day.md', 'lede.json', 'week.json']);
  expect(report.sources[2]).toEqual({
    source: 'week.json',
    format: 'article JSON',
    bytes: 900,
    ms: 2,
    kept: 2,
    refused: [{ ref: 'week.json [2]', problems: [said('missing-headline'), said('no-date')] }],
    held: [{ ref: 'week.json [3]', problem: said('held-draft') }],
    warnings: [],
  });
  expect(report.totals).toEqual({
    ...{ sources: 2, bytes: 1000, ms: 3 },
    ...{ kept: 3, refused: 1, held: 1, warnings: 1 },
  });
});

test('a file that is called like an item of a list is a file', () => {
  const report = buildReport({
    ...nothing,
    read: [{ source: 'draft [2]' }],
    kept: [{ ref: 'draft [2]' }],
  });
  expect(report.sources).toHaveLength(1);
  expect(report.sources[0]).toMatchObject({ source: 'draft [2]', kept: 1 });
});

test('a feed that could not be fetched is marked stale', () => {
  const report = richReport();
  const stale = report.sources.filter((source) => source.stale);
  expect(stale.map(({ source }) => source)).toEqual(['https://feeds.example/harbour.rss']);
});

test('counts the stories of the edition by section and by day', () => {
  const report = richReport();
  const sum = (list: readonly { stories: number }[]): number =>
    list.reduce((total, { stories }) => total + stories, 0);
  expect(report.edition).toMatchObject({ name: 'The Sample', stories: 75 });
  expect(sum(report.sections)).toBe(75);
  expect(sum(report.days) + report.undated).toBe(75);
  expect(report.undated).toBe(3);
  const days = report.days.map(({ day }) => day);
  expect(days).toEqual(days.toSorted());
});

test('tells why each headline is beside a story, and how near it is', () => {
  const [first] = richReport().related;
  expect(first).toMatchObject({ slug: 'story-1', day: '2025-12-17' });
  expect(first?.related[0]).toEqual({
    slug: 'story-4',
    headline: 'A clock that lost one second in ninety years (4)',
    language: 'en-GB',
    reason: 'same-story',
    score: 0.9,
  });
});

test('a run that published nothing has a report too', () => {
  expect(buildReport(nothing)).toEqual({
    schema: 'lede-report/1',
    totals: { sources: 0, bytes: 0, ms: 0, kept: 0, refused: 0, held: 0, warnings: 0 },
    ...{ sources: [], sections: [], days: [], undated: 0, related: [] },
  });
});

test('the order in which sources were read changes nothing', () => {
  const input = richInput(50);
  const turned = { ...input, read: input.read.toReversed(), kept: input.kept.toReversed() };
  expect(JSON.stringify(buildReport(turned).sources)).toBe(
    JSON.stringify(buildReport(input).sources),
  );
});
