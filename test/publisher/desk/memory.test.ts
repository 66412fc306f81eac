import { describe, expect, it } from 'vitest';
import { emptyMemory, parseMemory, remember } from '../../../src/publisher/desk/memory.ts';

describe('what a publishing run remembers', () => {
  it('is read back as it was written', () => {
    const memory = remember(emptyMemory, [
      ['b', 'moon'],
      ['a', 'mars'],
    ]);
    expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toMatchObject({ value: memory });
  });

  it('keeps what earlier runs remembered', () => {
    const memory = remember(remember(emptyMemory, [['b', 'moon']]), [['a', 'mars']]);
    expect(Object.entries(memory.slugs)).toEqual([
      ['a', 'mars'],
      ['b', 'moon'],
    ]);
  });

  it('is not read when a newer Lede wrote it, or when it is broken', () => {
    expect(parseMemory({ schema: 'lede-memory/2' })).toMatchObject({
      problems: [{ code: 'newer-memory' }],
    });
    expect(parseMemory({ schema: 'lede-memory/1', slugs: { a: '../b' } })).toMatchObject({
      problems: [{ code: 'invalid-memory', at: 'slugs.a' }],
    });
    expect(parseMemory(null)).toMatchObject({ problems: [{ code: 'invalid-memory' }] });
  });
});
