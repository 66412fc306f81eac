import { keepPictures } from '../../../model/keepPictures.ts';
import { picturesIn } from '../../../model/picturesIn.ts';
import { field } from '../field.ts';
import { latestOf } from '../findLaterTime.ts';
import type { SourceBlock } from '../wireItem.ts';
import type { PictureSpan } from './findPartsHold.ts';
import { pictureKey } from './pictureKey.ts';
import { parseWebAddress } from './webLink.ts';

/** A picture that a source names beside its text, which may show it without a word of when it may be shown. */
export interface NamedPicture {
  /** All that it has, one for each size. */
  addresses: readonly string[];
  span: PictureSpan | 'held';
}

/**
 * A text in which a picture is bound by what its source says of it elsewhere, under whichever of its addresses it stands:
 * what is held is taken out, what has times of its own gets them.
 */
export function bindPictures(
  blocks: SourceBlock[],
  named: readonly NamedPicture[],
  base?: string,
): SourceBlock[] {
  const spans = new Map<string, PictureSpan | 'held'>();
  for (const { addresses, span } of named) {
    for (const address of addresses) {
      const key = pictureKey(parseWebAddress(address, base) ?? address);
      spans.set(key, bothOf(spans.get(key), span));
    }
  }
  if (spans.size === 0) return blocks;
  for (const picture of picturesIn(blocks)) {
    const span = spans.get(pictureKey(picture.src));
    if (span !== 'held') Object.assign(picture, span);
  }
  return keepPictures(blocks, { picture: ({ src }) => spans.get(pictureKey(src)) !== 'held' });
}

/** Two pictures under one address are shown when both may be. */
function bothOf(one: PictureSpan | 'held' = {}, other: PictureSpan | 'held'): PictureSpan | 'held' {
  if (one === 'held' || other === 'held') return 'held';
  const ends = [one.expires, other.expires].filter((time) => time !== undefined);
  const [end] = ends.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...field('embargo', latestOf([one.embargo, other.embargo])),
    ...field('expires', end),
  };
}
