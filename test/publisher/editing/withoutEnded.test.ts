import { expect, it } from 'vitest';
import type { Picture } from '../../../src/model/picture.ts';
import { toCopy } from '../../../src/publisher/desk/toCopy.ts';
import { withoutEnded } from '../../../src/publisher/editing/withoutEnded.ts';
import type { SourcePicture } from '../../../src/publisher/wire/wireItem.ts';
import { config, edited } from '../desk/copy.ts';

const picture = (file: string, caption?: string): Picture => {
  const files = [{ src: `media/${file}`, width: 400 }];
  return {
    ...{ alt: null, width: 400, height: 300, avif: files, jpeg: files },
    ...(caption === undefined ? {} : { caption }),
  };
};
const ended = (src: string, caption?: string): SourcePicture => ({
  ...{ src, alt: null, expires: '2025-01-01T00:00:00Z' },
  ...(caption === undefined ? {} : { caption }),
});

/** What is told of a story with these pictures, the first of which leads it. */
const told = ([lead, ...others]: readonly Picture[], dated: readonly SourcePicture[]): string[] => {
  const item = edited('moon', {
    ...(lead === undefined ? {} : { picture: lead }),
    body: others.map((one) => ({ type: 'picture', picture: one })),
  });
  const copy = toCopy(item, config);
  if (!copy.ok) throw new Error(JSON.stringify(copy.problems));
  const { warnings } = withoutEnded(copy.value, dated, new Date('2026-01-01'));
  return warnings.map(({ message }) => message.slice(0, 30));
};

it('tells of pictures that go because no words tell them from one whose time has ended', () => {
  const all = [picture('a.jpg'), picture('b.jpg'), picture('c.jpg'), picture('d.jpg', 'The pier')];
  expect(told(all, [ended('d.jpg', 'The pier')])).toEqual(['left out the picture d.jpg: it']);
  expect(told(all, [ended('a.jpg')])).toEqual([
    'left out the picture a.jpg: it',
    'left out all 3 pictures of the',
  ]);
});

it('tells of them as well when one whose time has ended never came', () => {
  const all = [picture('a.jpg'), picture('b.jpg')];
  expect(told(all, [ended('a.jpg'), ended('lost.jpg')])).toEqual([
    'left out the picture a.jpg: it',
    'left out the picture lost.jpg:',
    'left out all 2 pictures of the',
  ]);
});

it('tells once of a picture that leads its story and stands in it', () => {
  const all = [picture('a.jpg'), picture('a.jpg')];
  expect(told(all, [ended('a.jpg'), ended('a.jpg')])).toEqual(['left out the picture a.jpg: it']);
});
