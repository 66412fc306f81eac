import { describe, expect, it } from 'vitest';
import { isIgnored, parseIgnoreRules } from '../../../src/publisher/sources/ignoreRules.ts';
import { matcherOf } from '../../../src/publisher/sources/pattern.ts';

const isLeftOut = (pattern: string, name: string, isFolder = false): boolean =>
  isIgnored([parseIgnoreRules('/stories', pattern)], `/stories/${name}`, isFolder);

describe('a range in a .ledeignore', () => {
  it.each([
    ['[Dd]rafts', 'Drafts', 'rafts'],
    ['[Dd]rafts', 'drafts', 'DRAFTS'],
    ['note[0-9].txt', 'note7.txt', 'notes.txt'],
    ['[!a-m]*.txt', 'secret.txt', 'call.txt'],
    ['[^a-m]*.txt', 'secret.txt', 'call.txt'],
    ['[]x].txt', '].txt', 'y.txt'],
    ['[a-]x.txt', '-x.txt', 'bx.txt'],
    [String.raw`[\]a].txt`, '].txt', 'b.txt'],
    [String.raw`\[ab].txt`, '[ab].txt', 'a.txt'],
    ['[z-ab]ad.txt', 'bad.txt', 'mad.txt'],
    ['[bad.txt', '[bad.txt', 'bad.txt'],
    ['[é-ü😀]*.txt', '😀.txt', 'a.txt'],
  ])('%s leaves out %s and keeps %s', (pattern, out, kept) => {
    expect(isLeftOut(pattern, out)).toBe(true);
    expect(isLeftOut(pattern, kept)).toBe(false);
  });

  it('of a folder leaves out the folder', () => {
    expect(isLeftOut('[Dd]rafts/', 'Drafts', true)).toBe(true);
    expect(isLeftOut('[Dd]rafts/', 'Drafts')).toBe(false);
  });

  it('never stands for a slash', () => {
    expect(matcherOf('a[!x]b')('a/b')).toBe(false);
    expect(matcherOf('a[+-0]b')('a/b')).toBe(false);
  });
});
