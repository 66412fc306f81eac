import type { Problem } from '../../model/problem.ts';
import { filterPictures } from '../../model/filterPictures.ts';
import type { SourceBlock, SourcePicture, WireItem } from '../wire/wireItem.ts';

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

/**
 * An item without the pictures that may not be shown at `now` and their words, and what is said of these. The first of the
 * others leads it; its spares that do not stand at its end.
 */
export function withShownPictures(
  item: WireItem,
  now: Date,
): { item: Omit<WireItem, 'spares'>; warnings: Problem[] } {
  const hidden = new Set<SourcePicture>();
  const isKept = (picture: SourcePicture): boolean => {
    if (isShown(picture, now)) return true;
    hidden.add(picture);
    return false;
  };
  const { picture, spares = [], ...rest } = item;
  const leads = picture === undefined ? spares : [picture, ...spares];
  const [lead, ...others] = leads.filter(isKept);
  const body = filterPictures(item.body, { picture: isKept });
  const shown = {
    ...rest,
    ...(lead === undefined ? {} : { picture: lead }),
    body: [...body, ...asBlocks(others)],
  };
  return { item: shown, warnings: sayHidden([...hidden], now) };
}

function asBlocks(pictures: readonly SourcePicture[]): SourceBlock[] {
  const [picture, ...others] = pictures;
  if (picture === undefined) return [];
  return others.length === 0
    ? [{ type: 'picture', picture }]
    : [{ type: 'gallery', pictures: [...pictures] }];
}

/** What an editor is told of pictures that are not shown at `now`, once of one that stands in several places. */
export function sayHidden(pictures: readonly SourcePicture[], now: Date): Problem[] {
  const warnings = pictures.map((picture) => sayOne(picture, now));
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}

function sayOne({ src, embargo, expires = '' }: SourcePicture, now: Date): Problem {
  const isEarly = embargo !== undefined && Date.parse(embargo) > now.getTime();
  const why = isEarly ? `it is held back until ${embargo}` : `its time ended at ${expires}`;
  return {
    code: 'held-picture',
    at: 'picture',
    message: `left out the picture ${src.slice(0, 200)}: ${why}`,
  };
}
