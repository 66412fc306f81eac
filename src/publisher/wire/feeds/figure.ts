import type { Inline } from '../../../model/body.ts';
import { plainText } from '../../../model/words.ts';
import { cleanLine } from '../cleanText.ts';
import { field } from '../field.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';
import type { Frame } from './bodyBuilder.ts';
import { embedCard, isUntitled } from './embedCard.ts';

/** What a `figure` held, with its caption where it belongs: on the picture, the table or the card. */
export function figureBlocks({ blocks, captions, credits, cites }: Frame): SourceBlock[] {
  const notes = [...captions, ...cites];
  const pictures = blocks.flatMap((block) => picturesOf(block));
  const [only, ...others] = blocks;
  if (only !== undefined && blocks.every(({ type }) => type === 'picture' || type === 'gallery')) {
    const [first] = pictures;
    const words = [...notes, ...credits];
    if (first !== undefined && pictures.length === 1) {
      // In a figure of its own it has its words already.
      return first.caption === undefined && first.credit === undefined
        ? [{ type: 'picture', picture: withWords(first, notes, credits) }]
        : [{ type: 'picture', picture: first }, ...asNotes(words)];
    }
    return [{ type: 'gallery', pictures }, ...asNotes([...notes, ...credits])];
  }
  const words = [...notes, ...credits];
  if (only === undefined || others.length > 0 || words.length === 0)
    return [...blocks, ...asNotes(words)];
  if (only.type === 'table' && only.caption === undefined && notes.length === 1) {
    return [{ ...only, ...field('caption', notes[0]) }, ...asNotes(credits)];
  }
  if (only.type === 'embed' && isUntitled(only)) return [{ ...only, title: textOf(words) }];
  if (only.type === 'quote' && only.cite === undefined && notes.length === 1) {
    return [{ ...only, ...field('cite', notes[0]) }, ...asNotes(credits)];
  }
  return [...blocks, ...asNotes(words)];
}

/** A figure that holds nothing but an address: a card that its own site could not fill. */
export function bareAddress(blocks: readonly SourceBlock[]): SourceBlock | undefined {
  const [only, ...others] = blocks;
  if (only?.type !== 'paragraph' || others.length > 0) return undefined;
  const words = plainText(only.children).trim();
  return /^https?:\/\/\S+$/.test(words) ? embedCard(words, '', undefined) : undefined;
}

function picturesOf(block: SourceBlock): SourcePicture[] {
  if (block.type === 'picture') return [block.picture];
  return block.type === 'gallery' ? block.pictures : [];
}

function withWords(
  picture: SourcePicture,
  captions: Inline[][],
  credits: Inline[][],
): SourcePicture {
  const caption = textOf(captions);
  const credit = textOf(credits);
  return {
    ...picture,
    ...field('caption', caption || undefined),
    ...field('credit', credit || undefined),
  };
}

function textOf(lines: readonly Inline[][]): string {
  return cleanLine(lines.map((line) => plainText(line)).join(' '));
}

function asNotes(lines: readonly Inline[][]): SourceBlock[] {
  return lines.map((children) => ({ type: 'note', children }));
}
