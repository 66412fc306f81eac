import type { Problem } from '../../model/problem.ts';
import { keepPictures } from '../../model/keepPictures.ts';
import type { SourcePicture, WireItem } from '../wire/wireItem.ts';

/** Whether a picture may be shown at `now`, by the times that it has beside those of its story. */
export function isShown(picture: SourcePicture, now: Date): boolean {
  const { embargo } = picture;
  return (embargo === undefined || Date.parse(embargo) <= now.getTime()) && !hasEnded(picture, now);
}

/** Whether the time of a picture's own has ended at `now`. */
export function hasEnded({ expires }: SourcePicture, now: Date): boolean {
  return expires !== undefined && !(Date.parse(expires) > now.getTime());
}

/** Which of the pictures that have times of their own are shown, a digit each; empty for most stories. */
export function timesMark(pictures: readonly SourcePicture[], now: Date): string {
  return pictures
    .filter(({ embargo, expires }) => embargo !== undefined || expires !== undefined)
    .map((picture) => Number(isShown(picture, now)))
    .join('');
}

/** An item without the pictures that may not be shown at `now` and their words, and what is said of these. */
export function withShownPictures(
  item: WireItem,
  now: Date,
): { item: WireItem; warnings: Problem[] } {
  const hidden = new Set<SourcePicture>();
  const isKept = (picture: SourcePicture): boolean => {
    if (isShown(picture, now)) return true;
    hidden.add(picture);
    return false;
  };
  const { picture, ...rest } = item;
  const shown = {
    ...rest,
    ...(picture === undefined || !isKept(picture) ? {} : { picture }),
    body: keepPictures(item.body, { picture: isKept }),
  };
  if (hidden.size === 0) return { item, warnings: [] };
  const warnings = [...hidden].map((one) => sayHidden(one, now));
  const told = new Map(warnings.map((warning) => [warning.message, warning]));
  return { item: shown, warnings: [...told.values()] };
}

/** What an editor is told of a picture that is not shown at `now`. */
export function sayHidden({ src, embargo, expires = '' }: SourcePicture, now: Date): Problem {
  const isEarly = embargo !== undefined && Date.parse(embargo) > now.getTime();
  const why = isEarly ? `it is held back until ${embargo}` : `its time ended at ${expires}`;
  return {
    code: 'held-picture',
    at: 'picture',
    message: `left out the picture ${src.slice(0, 200)}: ${why}`,
  };
}
