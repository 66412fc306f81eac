import { describe, expect, it } from 'vitest';
import { deriveHeadline } from '../../../src/publisher/wire/derivedHeadline.ts';

describe('a headline derived from the first paragraph', () => {
  it.each([
    [
      'is the whole first sentence when that is short',
      'The Moon moves away by 3.8 centimetres a year. Nobody on the shore can tell.',
      'The Moon moves away by 3.8 centimetres a year',
    ],
    [
      'ends at the last clause boundary within 110 characters',
      'The clock lost five seconds in eighty-one days at sea, less than any pendulum, and the judges, who had expected minutes, asked for another voyage.',
      'The clock lost five seconds in eighty-one days at sea, less than any pendulum, and the judges',
    ],
    [
      'ends before the last preposition where there is no clause, and knows that U.S. ends nothing',
      'British Ambassador Sir Julian Pauncefote is hoping to arrange a new treaty with U.S. Secretary John Hay at the State Department, perhaps by early February, the newspapers wrote.',
      'British Ambassador Sir Julian Pauncefote is hoping to arrange a new treaty with U.S. Secretary John Hay',
    ],
    [
      'never ends inside an abbreviation',
      'Surveyors mapping the long northern boundary worked that whole winter to satisfy commissioners sent by both U.S. Senators.',
      'Surveyors mapping the long northern boundary worked that whole winter to satisfy commissioners sent',
    ],
    [
      'never ends inside a number with a comma',
      'The expedition that returned to Portsmouth had measured, weighed and drawn what turned out to be no fewer than 4,717 species.',
      'The expedition that returned to Portsmouth had measured',
    ],
    [
      'never ends inside an amount',
      'Parliament promised the clockmaker who could solve what Newton called hopeless a prize now worth some three or 4 million pounds.',
      'Parliament promised the clockmaker who could solve what Newton called hopeless a prize now worth some three',
    ],
    [
      'never ends inside a quotation',
      'The judges who had heard the long case wrote to him “that the watch, which had gone to sea, in a ship of war, kept time” and paid half.',
      'The judges who had heard the long case wrote to him',
    ],
    [
      'does not end in a word that hangs',
      'Engineers rebuilding medieval bridge piers found foundation timbers whose felling dates told historians of the and.',
      'Engineers rebuilding medieval bridge piers found foundation timbers whose felling dates told historians',
    ],
    [
      'does not stop at an introduction',
      'In 1859, Richard Carrington saw two beads of white light on the Sun that nobody else had seen or believed in before.',
      'In 1859, Richard Carrington saw two beads of white light on the Sun that nobody else had seen or believed',
    ],
    [
      'goes by characters where words are not spaced',
      '月は毎年三・八センチメートルずつ地球から遠ざかっている。誰も気づかない。',
      '月は毎年三・八センチメートルずつ地球から遠ざかっている',
    ],
    ['is nothing for nothing', '', ''],
  ])('%s', (_, lede, headline) => {
    expect(deriveHeadline(lede)).toBe(headline);
  });

  it.each([
    ['x'.repeat(3000), `${'x'.repeat(109)}…`],
    [`He said ${'y'.repeat(500)}.`, `He said ${'y'.repeat(101)}…`],
    ['e\u0301\u0302'.repeat(200), `${'e\u0301\u0302'.normalize('NFC').repeat(54)}…`],
  ])('cuts a word without an end between two of its letters: %s', (lede, headline) => {
    expect(deriveHeadline(lede)).toBe(headline);
  });

  it('stays within 300 characters for a quotation without an end', () => {
    expect(deriveHeadline(`He said “${'and so on '.repeat(200)}`).length).toBeLessThanOrEqual(300);
  });
});
