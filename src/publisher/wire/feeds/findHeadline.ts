import { bodyTexts } from '../../../model/words.ts';
import { headlineLimit } from '../articleSchema.ts';
import { cleanName } from '../cleanText.ts';
import { deriveHeadline } from '../derivedHeadline.ts';
import type { SourceBlock } from '../wireItem.ts';
import type { FeedItem, Warn } from './feedItem.ts';

/** An item's headline: its own, shortened when too long; where a format allows none, derived from its first words. */
export function findHeadline(
  item: FeedItem,
  body: readonly SourceBlock[],
  warn: Warn,
): string | undefined {
  const given = cleanName(item.headline ?? '');
  if (given.length > headlineLimit) {
    const shown = deriveHeadline(given);
    warn(
      'long-headline',
      'headline',
      `expected at most ${headlineLimit} characters, got ${given.length}; shortened to "${shown}"`,
    );
    return shown;
  }
  if (given !== '') return given;
  if (item.withheld !== undefined) return 'Withdrawn story';
  if (item.isTitleOptional !== true) return undefined;
  const text =
    [...bodyTexts(body), item.summary ?? ''].find((words) => /[\p{L}\p{N}]/u.test(words)) ?? '';
  const derived = deriveHeadline(text.slice(0, 5000));
  if (derived === '') return undefined;
  warn(
    'derived-headline',
    'headline',
    `expected a headline, got none; derived from the first words: "${derived}"`,
  );
  return derived;
}
