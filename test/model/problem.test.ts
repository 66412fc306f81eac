import { expect, it } from 'vitest';
import { placeOf } from '../../src/model/problem.ts';

it.each([
  ['moon.json', { at: 'headline', line: 3, column: 14 }, 'moon.json:3:14', 'headline'],
  ['week.json [3]', { at: '[3].headline', line: 9 }, 'week.json:9', '[3].headline'],
  ['week.json [3]', { at: 'picture' }, 'week.json', '[3].picture'],
  ['week.json [3]', { at: '' }, 'week.json', '[3]'],
  ['draft [2].md', { at: '' }, 'draft [2].md', ''],
])('a problem of %s at %j is where editors open it', (ref, problem, file, field) => {
  expect(placeOf(ref, problem)).toEqual({ file, field });
});
