import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/publisher/wire/jsonSchema.ts';

const folder = new URL('../../../public/', import.meta.url);

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))(
    'public/%s is what the publisher reads',
    (name, schema) => {
      const text = `${JSON.stringify(schema, null, 2)}\n`;
      if (process.env['UPDATE'] !== undefined) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(new URL(name, folder), text);
      }
      expect(
        readFileSync(new URL(name, folder), 'utf8') === text,
        `public/${name} is out of date; write it anew with UPDATE=1 npx vitest run test/publisher/wire/jsonSchema.test.ts`,
      ).toBe(true);
    },
  );
});
