import { expect, test } from 'vitest';
import { formatClock, formatDay } from '../../../src/reader/ui/formatMoment.ts';

const moment = new Date(2025, 11, 17, 21, 40).getTime();

test.each(['de', 'ar', 'en-GB'])(
  'in an edition in %s a moment reads as the sentence it stands in',
  (language) => {
    expect(formatDay(moment, language)).toBe('17 December 2025');
    expect(formatClock(moment, language)).toBe('21:40');
  },
);

test('an edition in English keeps its own form', () => {
  expect(formatDay(moment, 'en-US')).toBe('December 17, 2025');
});
