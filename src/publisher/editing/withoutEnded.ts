import type { Picture } from '../../model/picture.ts';
import type { Problem } from '../../model/problem.ts';
import { keepPictures } from '../../model/keepPictures.ts';
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
  const words = new Set(ended.map(wordsOf));
  const instead = new Set(ended.flatMap(wordsInstead).map((note) => JSON.stringify(note)));
  const gone = new Set<Picture>();
  const isKept = (picture: Picture): boolean => {
    if (!words.has(wordsOf(picture))) return true;
    gone.add(picture);
    return false;
  };
  const { picture, body } = copy.draft;
  const changed = changeBody(copy, {
    body: keepPictures(body, {
      picture: isKept,
      note: (note) => !instead.has(JSON.stringify(note)),
    }),
    ...(picture === undefined || !isKept(picture) ? {} : { picture }),
  });
  const warnings = ended.map((one) => sayHidden(one, now));
  const more = gone.size - ended.length;
  return { copy: changed, warnings: more > 0 ? [...warnings, sayMore(more)] : warnings };
}

function sayMore(count: number): Problem {
  return {
    code: 'held-picture',
    at: 'picture',
    message: `left out ${count} more ${count === 1 ? 'picture' : 'pictures'} of the story, which no words tell apart from one whose time has ended`,
    mend: 'let the source of the story be read again, or describe each picture in words of its own',
  };
}

function wordsOf({ alt, caption = '', credit = '' }: Words): string {
  return JSON.stringify([alt, caption, credit]);
}
