import { expect, it } from 'vitest';
import { signatureOf } from '../../../../src/publisher/desk/related/signature.ts';

it.each(['日', 'é’', 'a', '1,'])(
  'a story in one word of millions of letters is read: %s',
  (letter) => {
    const word = letter.repeat(5_000_000);
    const told = {
      slug: 'odd',
      headline: word,
      standfirst: `é ${word}`,
      body: [word, `é ${word}`],
    };
    const { sketch } = signatureOf({ ...told, people: [], places: [], tags: [] });
    expect(sketch.length).toBeGreaterThan(0);
  },
);
