import { field } from '../field.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';

/**
 * Lead picture and body without the same picture twice: many systems put it at the head of the text as well. What only
 * the one in the text had (a caption, a description) is kept.
 */
export function settleLead(
  lead: SourcePicture | undefined,
  blocks: readonly SourceBlock[],
): { picture?: SourcePicture; body: SourceBlock[] } {
  if (lead === undefined) return { body: [...blocks] };
  const at = blocks
    .slice(0, 3)
    .findIndex((block) => block.type === 'picture' && isSame(block.picture, lead));
  const twin = blocks[at];
  if (twin?.type !== 'picture') return { picture: lead, body: [...blocks] };
  const { alt, caption, credit } = twin.picture;
  const captions = [lead.caption, caption].filter((text) => text !== undefined);
  const [first = '', second = ''] = captions;
  const picture = {
    ...lead,
    alt: lead.alt === null || lead.alt === '' ? (alt ?? lead.alt) : lead.alt,
    ...field(
      'caption',
      (first.includes(second) ? first : `${first}${/\p{P}$/u.test(first) ? ' ' : '. '}${second}`) ||
        undefined,
    ),
    ...field('credit', lead.credit ?? credit),
  };
  return { picture, body: blocks.filter((_, index) => index !== at) };
}

/** Whether two addresses are of one picture, in whatever sizes. */
export function isSame(one: SourcePicture, other: SourcePicture): boolean {
  return keyOf(one.src) === keyOf(other.src);
}

// photo-1024x576.jpg?w=800 and photo-scaled.jpg are sizes of photo.jpg; /size/w600/ is one of Ghost's.
function keyOf(src: string): string {
  return src
    .replace(/^https?:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/\/size\/w\d+(?:h\d+)?(?=\/)/, '')
    .replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.[a-z]{3,4}$)/i, '');
}
