import type { Block, Cell, Inline } from './body.ts';
import { isUnspaced } from './language.ts';

/** Words a minute, a common figure for silent reading of prose. */
const readingPace = 230;
/** Characters that count as one word where words are not spaced apart. */
const unspacedWord = 2;

/** Visible text of inlines, marks dropped. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return inline.type === 'break' ? ' ' : plainText(inline.children);
    })
    .join('');
}

/** Visible text of a body, block by block, in reading order. Pull quotes repeat the text, so they are left out. */
export function bodyTexts(blocks: readonly Block<{ caption?: string }>[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'note':
        return [plainText(block.children)];
      case 'quote':
        return [...bodyTexts(block.blocks), ...(block.cite ? [plainText(block.cite)] : [])];
      case 'list':
        return block.items.flatMap((item) => bodyTexts(item));
      case 'table':
        return [
          ...(block.caption ? [plainText(block.caption)] : []),
          ...cellTexts(block.head),
          ...cellTexts(block.rows),
        ];
      case 'picture':
        return block.picture.caption === undefined ? [] : [block.picture.caption];
      case 'gallery':
        return block.pictures.flatMap(({ caption }) => (caption === undefined ? [] : [caption]));
      case 'code':
        return [block.text];
      case 'embed':
        return [block.title];
      case 'pullquote':
      case 'rule':
        return [];
    }
  });
}

function cellTexts(rows: readonly Cell[][]): string[] {
  return rows.flatMap((row) => row.map((cell) => plainText(cell.children)));
}

/** Words of a text; in unspaced scripts two characters count as one. */
export function wordCount(text: string, language: string): number {
  if (isUnspaced(language)) {
    return Math.ceil((text.match(/[\p{L}\p{N}]/gu) ?? []).length / unspacedWord);
  }
  return (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length;
}

/** Reading time in whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / readingPace));
}
