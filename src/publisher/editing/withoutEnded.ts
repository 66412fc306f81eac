import type { Picture } from '../../model/picture.ts';
import type { Problem } from '../../model/problem.ts';
import { filterPictures } from '../../model/filterPictures.ts';
import { changeBody, type Copy } from '../desk/toCopy.ts';
import { wordsInstead } from '../press/placePictures.ts';
import type { SourcePicture } from '../wire/wireItem.ts';
import { hasEnded, sayHidden } from './pictureTimes.ts';

type Words = Pick<Picture, 'alt' | 'caption' | 'credit'>;

/**
 * A copy taken from a document that is out, without the pictures whose own time has ended since. A document has no times
 * of pictures and names files of ours: which are meant is told by their words, and of two with the same, or with none,
 * both go.
 * @param dated the pictures that had an end of their own when the story went out
 */
export function withoutEnded(
  copy: Copy,
  dated: readonly SourcePicture[],
  now: Date,
): { copy: Copy; warnings: Problem[] } {
  const ended = dated.filter((picture) => hasEnded(picture, now));
  if (ended.length === 0) return { copy, warnings: [] };
  // By the words that they had in the document: the files of those that go.
  const gone = new Map(ended.map((one) => [wordsOf(one), new Set<string>()]));
  const instead = new Set(ended.flatMap(wordsInstead).map((note) => JSON.stringify(note)));
  const isKept = (picture: Picture): boolean => {
    const files = gone.get(wordsOf(picture));
    files?.add(JSON.stringify(picture.jpeg));
    return files === undefined;
  };
  const { picture, body } = copy.draft;
  const changed = changeBody(copy, {
    body: filterPictures(body, {
      picture: isKept,
      note: (note) => !instead.has(JSON.stringify(note)),
    }),
    ...(picture === undefined || !isKept(picture) ? {} : { picture }),
  });
  const alike = [...gone.values()].filter(({ size }) => size > 1);
  return { copy: changed, warnings: [...sayHidden(ended, now), ...alike.map(sayAlike)] };
}

/** Which of them was meant cannot be known, nor whether it was among them. */
function sayAlike({ size }: ReadonlySet<string>): Problem {
  return {
    code: 'held-picture',
    at: 'picture',
    message: `left out all ${size} pictures of the story that no words tell apart from one whose time has ended`,
    mend: 'let the source of the story be read again, or describe each picture in words of its own',
  };
}

function wordsOf({ alt, caption = '', credit = '' }: Words): string {
  return JSON.stringify([alt, caption, credit]);
}
