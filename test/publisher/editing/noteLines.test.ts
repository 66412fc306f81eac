import { expect, it } from 'vitest';
import type { Facts } from '../../../src/publisher/desk/toCopy.ts';
import type { Slip } from '../../../src/publisher/desk/slip.ts';
import { fromLine, toLine } from '../../../src/publisher/editing/noteLines.ts';
import type { ItemNote, SourceNote } from '../../../src/publisher/editing/notes.ts';

const slip: Slip = {
  ...{ ref: 'moon.json', file: 'moon.json', id: 'moon.json', headline: 'The Moon\tmoves\naway' },
  ...{ related: [], draft: false, copy: '0123456789abcdef' },
};
const facts: Facts = {
  ...{ own: '0123456789abcdef', trail: '{"headline":"The Moon\\tmoves"}', line: 1, short: 2 },
  ...{ language: 'en-GB', topics: '', authors: '', isEmpty: false, media: [] },
};
const plain = { mark: 'en UTC made', pictures: [], warnings: [] };
const problem = { code: 'no-alt', at: 'picture', message: 'has no text' };

const items: Record<string, ItemNote> = {
  'was not filed': { slip },
  'is filed': { slip, filing: { ...plain, outcome: { kind: 'filed', facts } } },
  'is spiked': {
    slip,
    filing: { ...plain, outcome: { kind: 'spiked', problems: [problem] } },
  },
  'has all that a story may have': {
    slip: {
      ...{ ...slip, ref: 'week.json [3]', file: 'https://example.org/feed.xml', id: 'guid-1' },
      ...{
        fileSlug: 'week',
        givenSlug: 'moon',
        section: 'Science',
        published: '2025-12-17T04:10Z',
      },
      ...{ updated: '2025-12-18', embargo: '2025-12-16', expires: '2026-01-01', draft: true },
      ...{ withheld: 'cancelled', notice: 'Wrong moon', revision: '7', label: 'opinion' },
      ...{
        canonical: 'https://example.org/moon',
        related: [{ slug: 'sun', reason: 'background' }],
      },
      pictures: [{ src: 'moon.png', alt: 'The Moon' }],
    },
    filing: {
      ...{ mark: 'en UTC made Opinion', warnings: [problem] },
      pictures: [{ src: 'moon.png', stamp: '1 2 3' }],
      outcome: {
        kind: 'filed',
        facts: {
          ...{ ...facts, section: { slug: 'science', name: 'Science' }, day: '2025-12-17' },
          ...{ changed: '2025-12-17T04:10Z', topics: 'moon\nMoon\ntides\nTides', authors: 'a\nA' },
          ...{ isEmpty: true, media: ['media/a-800.avif'] },
        },
      },
    },
    related: { slug: 'moon', editors: 'sun 1 background', links: 'sun background', scores: '-' },
  },
  'changed at another time than it was published': {
    slip: { ...slip, published: '2025-12-17' },
    filing: { ...plain, outcome: { kind: 'filed', facts: { ...facts, changed: '2025-12-18' } } },
    related: { slug: 'moon', editors: '', links: '', scores: '' },
  },
};

it.each(Object.entries(items))('keeps what is known of an item that %s', (_, item) => {
  const note: SourceNote = { stamp: '1 2 3 4', refused: [], warnings: [], items: [item] };
  const line = toLine('moon.json', note);
  expect(line).not.toContain('\n');
  expect(fromLine('moon.json', line)).toEqual(note);
});

it('keeps what is known of a source of many items, and what is to be said of it', () => {
  const note: SourceNote = {
    stamp: '',
    read: { source: 'week.json', format: 'article JSON', bytes: 12, ms: 0.5, stale: true },
    refused: [{ ref: 'week.json [9]', problems: [problem] }],
    warnings: [{ ref: 'week.json', problem }],
    items: Object.values(items),
  };
  expect(fromLine('week.json', toLine('week.json', note))).toEqual(note);
});
