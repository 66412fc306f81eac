import { createHash } from 'node:crypto';
import { cleanLine } from '../cleanText.ts';
import type { FeedItem, Standing, Warn } from './feedItem.ts';

/**
 * What stays the same of an item between runs: its own id or address, else a hash. A position would give one story's
 * address to another when the list moves on.
 */
export function findId(
  item: FeedItem,
  published: string | undefined,
  headline: string,
  { ref, file, isAlone }: Standing,
  warn: Warn,
): string {
  const given = cleanLine(item.id ?? item.canonical ?? '').slice(0, 2048);
  if (given !== '') return given;
  if (isAlone) return ref;
  const hash = createHash('sha256')
    .update(`${published ?? ''}\n${headline}`)
    .digest('hex');
  warn(
    'missing-id',
    'id',
    'expected an id or an address, got neither; a change of headline or date will make it another story',
  );
  return `${file.name} ${hash.slice(0, 16)}`;
}
