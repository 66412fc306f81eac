import { expect, it } from 'vitest';
import { printable, printableJson, printableLine } from '../../../src/publisher/cli/printable.ts';

// Colours, titles, links, the eight-bit form, a bell, a return that hides what stands before it, and turned letters.
const obeyed = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://example.org\u001b\\',
  '\u009b31m',
  '\b\b\b',
  '\rfine',
  '\u007f',
  '\u202egnp.exe',
  '\u2066\u200f',
];

it.each(obeyed)('shows %j as text that no terminal obeys', (text) => {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e\u2066-\u2069]/;
  expect(printable(`a${text}b`)).not.toMatch(controls);
  expect(printableLine(`a${text}\nb`)).not.toMatch(controls);
  const json = printableJson(JSON.stringify({ text }));
  expect(json).not.toMatch(controls);
  expect(JSON.parse(json)).toEqual({ text });
});

it('keeps words of every script, emoji and line feeds', () => {
  const text = 'Zwölf\nالقمر 月 👩‍🔬 e\u0301';
  expect(printable(text)).toBe(text);
  expect(printableLine(text)).toBe(text.replace('\n', ' '));
});

it('cuts what would fill the screen', () => {
  expect(printableLine('x'.repeat(10_000_000))).toHaveLength(500);
});
