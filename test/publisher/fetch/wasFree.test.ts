import { expect, it } from 'vitest';
import { wasFree } from '../../../src/publisher/fetch/feedItems.ts';
import { wired } from '../desk/copy.ts';

it.each([
  ['2025-12-17T10:00:00Z', '2025-12-17T10:00:00Z', true],
  ['2025-12-17T10:00:00Z', '2025-12-17T09:59:59Z', false],
  // Wherever the edition is, and wherever the machine is.
  ['2025-12-17T10:00', '2025-12-17T21:59:59Z', false],
  ['2025-12-17T10:00', '2025-12-17T22:00:00Z', true],
  ['until further notice', '2025-12-17T22:00:00Z', false],
])('an item held back until %s could go out at %s: %s', (embargo, heard, isFree) => {
  expect(wasFree(wired({ embargo }), heard)).toBe(isFree);
});
