import { describe, expect, it } from 'vitest';
import { locateInJson } from '../../../src/publisher/wire/jsonPlaces.ts';
import { walkJson } from '../../../src/publisher/wire/walkJson.ts';
import { randomNumbers } from './randomNumbers.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the JSON walk', () => {
  it('finds a fault exactly where JSON.parse does', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      "'",
    ];
    const next = randomNumbers(3);
    const apart: string[] = [];
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from(
        { length: 1 + Math.floor(next() * 7) },
        () => pieces[Math.floor(next() * pieces.length)],
      ).join('');
      if ((walkJson(text) === undefined) !== isJson(text)) apart.push(text);
    }
    expect(apart).toEqual([]);
  });

  it.each([
    ['[1,]', 2, 'remove the comma after the last one'],
    ['{"a":1 "b":2}', 7, 'put a comma after the value before it'],
    ["{'a':1}", 1, 'put straight double quotes (") around the name'],
    ['[True]', 1, 'write true, false or null, in small letters'],
    ['{"a":}', 5, 'write the missing value, or remove the field'],
    ['["C:\\Users"]', 4, 'write \\\\ for a backslash'],
    ['[1', 2, 'close what [ opened with ], or look whether the file was cut off'],
    ['', 0, 'write an article, or a list of articles'],
  ])('says of %s how to mend it', (text, offset, mend) => {
    expect(walkJson(text)).toMatchObject({ offset, mend });
  });
});

describe('places of fields', () => {
  it('are those of the values, or of what is around a missing one', () => {
    const text = '{\n  "a": [1,\n    { "b": "é", "a": 2 } ]\n}';
    const locate = locateInJson(text);
    expect(locate([['a', 1, 'b'], ['a', 0], ['a', 1, 'none'], [], ['x']])).toEqual([
      { line: 3, column: 12 },
      { line: 2, column: 9 },
      { line: 3, column: 5 },
      { line: 1, column: 1 },
      { line: 1, column: 1 },
    ]);
  });
});
