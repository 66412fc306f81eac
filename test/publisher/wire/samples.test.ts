import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

// Golden pairs: test/samples/<format>/<case>/{input.*,expected.json}. `UPDATE=1` writes what comes out; read it before
// you keep it.
const samples = new URL('../../samples/', import.meta.url).pathname;
const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

for (const format of foldersIn(samples)) {
  describe(`reads ${format}`, () => {
    it.each(foldersIn(join(samples, format)))('%s', (name) => {
      const folder = join(samples, format, name);
      const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input';
      const bytes = readFileSync(join(folder, input));
      const { format: _, ...result } = readFile({ name: input, bytes });
      const expected = join(folder, 'expected.json');
      if (process.env['UPDATE'] !== undefined) {
        writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`);
      }
      expect(result).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    });
  });
}
