import { field } from '../field.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';
import { anySizeKey } from './anySizeKey.ts';

/**
 * Lead picture and body without the same picture twice: many systems put it at the head of the text as well. What only
 * the one in the text had (a caption, a description) is kept.
 */
export function settleLead(
  lead: SourcePicture | undefined,
  blocks: readonly SourceBlock[],
): { picture?: SourcePicture; body: SourceBlock[] } {
  if (lead === undefined) return { body: [...blocks] };
  const key = anySizeKey(lead.src);
  const at = blocks
    .slice(0, 3)
    .findIndex((block) => block.type === 'picture' && anySizeKey(block.picture.src) === key);
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
