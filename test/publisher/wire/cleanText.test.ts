import { expect, it } from 'vitest';
import { cleanText } from '../../../src/publisher/wire/cleanText.ts';

it('cleans every character alike, beside letters of the West and beside others', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const text = `e${String.fromCharCode(code)}`;
    // An emoji is no letter of the West.
    expect(`${cleanText(text)}🌒`, code.toString(16)).toBe(cleanText(`${text}🌒`));
  }
});
