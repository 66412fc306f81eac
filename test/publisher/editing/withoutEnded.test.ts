import { expect, it } from 'vitest';
import type { Picture } from '../../../src/model/picture.ts';
import { toCopy } from '../../../src/publisher/desk/toCopy.ts';
import { withoutEnded } from '../../../src/publisher/editing/withoutEnded.ts';
import { config, edited } from '../desk/copy.ts';

const file = [{ src: 'media/a.jpg', width: 400 }];
const picture = (caption?: string): Picture => ({
  ...{ alt: null, width: 400, height: 300, avif: file, jpeg: file },
  ...(caption === undefined ? {} : { caption }),
});
const told = (ended: string | undefined): string[] => {
  const body = [picture(), picture(), picture('The pier')];
  const item = edited('moon', {
    picture: picture(),
    body: body.map((one) => ({ type: 'picture', picture: one })),
  });
  const copy = toCopy(item, config);
  if (!copy.ok) throw new Error(JSON.stringify(copy.problems));
  const dated = { src: 'a.jpg', alt: null, expires: '2025-01-01T00:00:00Z' };
  const caption = ended === undefined ? {} : { caption: ended };
  const { warnings } = withoutEnded(copy.value, [{ ...dated, ...caption }], new Date('2026-01-01'));
  return warnings.map(({ message }) => message.slice(0, 30));
};

it('tells of pictures that go because no words tell them from one whose time has ended', () => {
  expect(told('The pier')).toEqual(['left out the picture a.jpg: it']);
  expect(told(undefined)).toEqual([
    'left out the picture a.jpg: it',
    'left out 2 more pictures of th',
  ]);
});
