import { expect, test } from 'vitest';
import {
  appearanceText,
  parseAppearance,
  usualAppearance,
} from '../../../src/reader/features/appearance/appearance.ts';

test('keeps only what differs from the usual, and reads it back', () => {
  const chosen = { ...usualAppearance, theme: 'sepia', size: '6' } as const;
  expect(appearanceText(chosen)).toBe('{"theme":"sepia","size":"6"}');
  expect(parseAppearance(appearanceText(chosen))).toEqual(chosen);
  expect(appearanceText(usualAppearance)).toBe('{}');
});

test('what cannot be read is as usual, the rest is kept', () => {
  expect(parseAppearance(null)).toEqual(usualAppearance);
  expect(parseAppearance('{"theme":')).toEqual(usualAppearance);
  expect(parseAppearance('[1]')).toEqual(usualAppearance);
  expect(parseAppearance('{"theme":"neon","lines":"open"}')).toEqual({
    ...usualAppearance,
    lines: 'open',
  });
});
