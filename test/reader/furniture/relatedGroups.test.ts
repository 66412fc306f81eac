import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../src/model/trail.ts';
import { relatedGroups } from '../../../src/reader/furniture/relatedGroups.ts';
import { trailOf } from '../pages/documents.ts';

const groupsOf = (...reasons: (Reason | undefined)[]) =>
  relatedGroups(
    reasons.map((reason, index) => ({
      ...trailOf(`rank-${index + 1}`, `Rank ${index + 1}`),
      ...(reason !== undefined && { reason }),
    })),
  ).map(({ reason, start, trails }) => ({ reason, start, slugs: trails.map(({ slug }) => slug) }));

describe('related headlines', () => {
  test('are grouped by reason, groups in the order of their best-ranked headline, numbers running through', () => {
    expect(groupsOf('background', 'same-story', 'background', 'same-story', 'also-today')).toEqual([
      { reason: 'background', start: 1, slugs: ['rank-1', 'rank-3'] },
      { reason: 'same-story', start: 3, slugs: ['rank-2', 'rank-4'] },
      { reason: 'also-today', start: 5, slugs: ['rank-5'] },
    ]);
  });

  test('stay one list in rank order when there are no reasons', () => {
    expect(groupsOf(undefined, undefined, undefined)).toEqual([
      { reason: undefined, start: 1, slugs: ['rank-1', 'rank-2', 'rank-3'] },
    ]);
  });

  test('without a reason keep together among the others', () => {
    expect(groupsOf('same-people', undefined, 'same-people', undefined)).toEqual([
      { reason: 'same-people', start: 1, slugs: ['rank-1', 'rank-3'] },
      { reason: undefined, start: 3, slugs: ['rank-2', 'rank-4'] },
    ]);
  });
});
