import { expect, test } from 'vitest';
import type { Front } from '../../../src/model/edition.ts';
import type { Trail } from '../../../src/model/trail.ts';
import { countChanges } from '../../../src/reader/features/offline/countChanges.ts';

const trail = (slug: string, version: string, kind: Trail['kind'] = 'story'): Trail => ({
  ...{ slug, kind, headline: slug, language: 'en', dir: 'ltr', version: version.repeat(16) },
});

const front = (trails: Trail[]): Front => ({
  ...{
    schema: 'lede-front/1',
    kind: 'front',
    version: '0'.repeat(16),
    day: 'Thursday',
    stories: 3,
  },
  published: { at: '2026-01-01T06:00:00Z', day: '2026-01-01', date: '1 January', brief: '1 Jan' },
  ...{ second: [], strips: [], latest: trails, months: [] },
});

test('counts stories that were not there and stories that are otherwise now', () => {
  const before = front([trail('moon', 'a'), trail('tide', 'b'), trail('comet', 'c')]);
  const after = front([
    trail('moon', 'a'),
    { ...trail('tide', 'd'), headline: 'The tide, again' },
    { ...trail('comet', 'f') },
    trail('quake', 'e'),
  ]);
  expect(countChanges(before, after)).toEqual({ added: 1, changed: 1 });
});

test('counts a story that stands twice on the page once, and headlines without a story never', () => {
  const after = front([trail('moon', 'a'), trail('moon', 'a'), trail('rumour', 'b', 'brief')]);
  expect(countChanges(front([]), after)).toEqual({ added: 1, changed: 0 });
});

test('counts a story whose text alone changed, and none beside which only the headlines did', () => {
  const before = front([
    { ...trail('moon', 'a'), copy: '11111111' },
    { ...trail('tide', 'b'), copy: '22222222' },
  ]);
  const after = front([
    { ...trail('moon', 'c'), copy: '33333333' },
    { ...trail('tide', 'd'), copy: '22222222' },
  ]);
  expect(countChanges(before, after)).toEqual({ added: 0, changed: 1 });
});
