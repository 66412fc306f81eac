import { describe, expect, it } from 'vitest';
import { eachToken } from '../../../../src/publisher/desk/related/tokens.ts';

function tokensOf(text: string): string[] {
  const found: string[] = [];
  eachToken(text, (word, start) => {
    expect(text.slice(start, start + word.length)).toBe(word);
    return found.push(word) < 100;
  });
  return found;
}

describe('the tokens of a text', () => {
  it.each([
    ["The Moon's 1,500 quakes", ['The', "Moon's", '1,500', 'quakes']],
    ['Apollo 13: 7.3 on the scale.', ['Apollo', '13', '7.3', 'on', 'the', 'scale']],
    ["5th day, 'tis B52s, rock'n'roll, x1,2", ["5|th|day|tis|B52s|rock'n'roll|x1|2"]],
    ['a.b,c 1. 2, (3) 4,x it’s', ['a|b|c|1|2|3|4|x|it’s']],
  ])('of “%s” are %s', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected.flatMap((some) => some.split('|')));
  });

  it('are the same letter by letter and by the pattern for every script', () => {
    const letters = "aZ19',. -x0".split('');
    let seed = 7;
    for (let text = 0; text < 300; text += 1) {
      let plain = '';
      for (let at = 0; at < 12; at += 1) {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
        plain += letters[(seed >>> 16) % letters.length] ?? '';
      }
      expect(tokensOf(`${plain} é`), plain).toEqual([...tokensOf(plain), 'é']);
    }
  });
});
