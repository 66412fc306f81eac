import type { Block, Inline } from '../../model/body.ts';

/** A letter of the text takes at least this much room, line and word spaces counted in. Square pixels. */
const room = 250;
/** No line of text is wider. Pixels. */
const widest = 640;

/** How many of a body's blocks fill a window of this size, at least. In pixels. */
export function blocksInView(
  blocks: readonly Block[],
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
): number {
  let left = (Math.min(innerWidth, widest) * innerHeight) / room;
  const index = blocks.findIndex((block) => {
    left -= block.type === 'paragraph' ? lengthOf(block.children) : 0;
    return left <= 0;
  });
  return index === -1 ? blocks.length : index + 1;
}

function lengthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => {
    if (typeof inline === 'string') return sum + inline.length;
    return inline.type === 'break' ? sum : sum + lengthOf(inline.children);
  }, 0);
}
