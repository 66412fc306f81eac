import type { Block } from '../../model/body.ts';

/** What may follow the last words of a story without being part of its text. */
const afterwords: ReadonlySet<Block['type']> = new Set([
  'note',
  'picture',
  'gallery',
  'embed',
  'rule',
]);

/** Index of the paragraph a body ends with, or undefined when it ends with something else, such as a table. */
export function lastParagraph(blocks: readonly Block[]): number | undefined {
  const index = blocks.findLastIndex(({ type }) => !afterwords.has(type));
  return blocks[index]?.type === 'paragraph' ? index : undefined;
}
