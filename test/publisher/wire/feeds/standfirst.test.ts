import { describe, expect, it } from 'vitest';
import { toStandfirst } from '../../../../src/publisher/wire/feeds/standfirst.ts';

describe('a standfirst', () => {
  it.each([
    'Children who read more at home do better in maths, a study of 12,000 pupils finds',
    'The minister hoped that voters would keep reading about the scandal for weeks.',
    'Pupils read on despite the storm, which took the roof of the hall.',
    'The library is open again. Read more books, the mayor said at the door.',
    'Les élèves continuent : lire la suite en classe est permis.',
  ])('is kept whole when its own words are those of a link: %s', (summary) => {
    expect(toStandfirst(summary, [])).toBe(summary);
  });

  it.each([
    'Rain is on its way. Read more',
    'Rain is on its way. Read more…',
    'Rain is on its way. [Read more]',
    'Rain is on its way. Continue reading Luna →',
    'Rain is on its way. Continue reading “How the aqueduct leaks?”',
    'Rain is on its way. Read more: Where it fell, and why. »',
    'Rain is on its way Continue reading →',
    'Rain is on its way. (Weiterlesen)',
    'Rain is on its way. Keep reading on the site',
  ])('loses the link to the rest: %s', (summary) => {
    expect(toStandfirst(summary, [])?.replace(/\.$/, '')).toBe('Rain is on its way');
  });

  it('is cut before the mark of a cut', () => {
    expect(toStandfirst('Rain is on its […] Continue reading', [])).toBe('Rain is on its');
  });

  it('may be nothing but such words', () => {
    expect(toStandfirst('Read more', [])).toBe('Read more');
  });
});
