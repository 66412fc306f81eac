import { expect, it } from 'vitest';
import { calmMarkdown } from '../../../src/publisher/wire/calmMarkdown.ts';

it('leaves a long list as it is', () => {
  const text = '- Tides\n  rise\n'.repeat(3000);
  expect(calmMarkdown(text)).toEqual({ text, isCalmed: false });
});

it('reads no more lists in lists than people write, and keeps the words of the others', () => {
  const { text, isCalmed } = calmMarkdown('> - 1. Tides\n'.repeat(5000));
  expect(isCalmed).toBe(true);
  expect(text.match(/^> - 1\. Tides$/gm)).toHaveLength(2666);
  expect(text.match(/Tides/g)).toHaveLength(5000);
});
