import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';
import { randomNumbers } from './randomNumbers.ts';

const samples = new URL('../../samples/', import.meta.url).pathname;
/** Bytes that formats are made of, and some that are none of any. */
const marks = Array.from('<>&"\'{}[]:,;#=/!-?\\\n \u0000\u0001x0', (mark) => mark.charCodeAt(0));

/** A copy with some bytes changed, left out, put in, or a piece of it twice or cut off. */
function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = Array.from(bytes);
  const somewhere = (): number => Math.floor(next() * copy.length);
  for (let count = Math.floor(next() * 6); count >= 0; count -= 1) {
    const at = somewhere();
    const kind = Math.floor(next() * 5);
    if (kind === 0) copy[at] = marks[Math.floor(next() * marks.length)] ?? 0;
    else if (kind === 1) copy.splice(at, 1 + Math.floor(next() * 20));
    else if (kind === 2) copy.splice(at, 0, marks[Math.floor(next() * marks.length)] ?? 0);
    else if (kind === 3) copy.splice(at, 0, ...copy.slice(somewhere(), somewhere()).slice(0, 200));
    else copy[at] = Math.floor(next() * 256);
  }
  return Uint8Array.from(next() < 0.1 ? copy.slice(0, somewhere()) : copy);
}

describe.each(readdirSync(samples))('a damaged file of %s', (format) => {
  it('ends in stories, refusals or a warning, and the same twice', { timeout: 60_000 }, () => {
    const next = randomNumbers(format.length * 7);
    for (const name of readdirSync(join(samples, format))) {
      const folder = join(samples, format, name);
      const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input';
      const bytes = readFileSync(join(folder, input));
      const once = mutate(bytes, next);
      expect(readFile({ name: input, bytes: once }), name).toEqual(
        readFile({ name: input, bytes: once }),
      );
      for (let round = 0; round < 12; round += 1) {
        const damaged = mutate(bytes, next);
        const result = readFile({ name: input, bytes: damaged });
        const { items, refused, warnings } = result;
        expect(items.length + refused.length + warnings.length, name).toBeGreaterThan(0);
        expect(items.every(({ headline, id }) => headline.trim() !== '' && id !== '')).toBe(true);
      }
    }
  });
});
