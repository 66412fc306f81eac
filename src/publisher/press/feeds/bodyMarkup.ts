import { absoluteAddress } from '../../../model/address.ts';
import type { Block, Cell, Inline } from '../../../model/body.ts';
import type { Direction } from '../../../model/language.ts';
import type { Picture, Rendition } from '../../../model/picture.ts';
import { element, fragment, type Child, type Markup } from '../markup.ts';
import { inlineMarkup, linkMarkup } from './inlineMarkup.ts';

/**
 * A body as XHTML for other programs: plain elements without classes or styles, every address absolute. The blocks
 * cannot express a script, and every text is escaped. @param url the edition's
 */
export function bodyMarkup(blocks: readonly Block[], url: string): Markup {
  return fragment(blocks.map((block) => blockMarkup(block, url)));
}

function blockMarkup(block: Block, url: string): Markup | undefined {
  const line = (inlines: readonly Inline[]): Markup => inlineMarkup(inlines, url);
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return element('p', spokenOf(block), line(block.children));
    case 'heading':
      return element(`h${block.level}`, spokenOf(block), line(block.children));
    case 'pullquote':
      // Repeats words of the text for the eye of a laid-out page.
      return undefined;
    case 'quote': {
      const cite = block.cite && element('p', {}, element('cite', {}, line(block.cite)));
      return element('blockquote', spokenOf(block), bodyMarkup(block.blocks, url), cite);
    }
    case 'list': {
      const items = block.items.map((item) => element('li', {}, bodyMarkup(item, url)));
      if (!block.ordered) return element('ul', spokenOf(block), ...items);
      return element('ol', { start: block.start, ...spokenOf(block) }, ...items);
    }
    case 'table':
      return tableMarkup(block, url);
    case 'picture':
      return pictureMarkup(block.picture, url);
    case 'gallery':
      return fragment(block.pictures.map((picture) => pictureMarkup(picture, url)));
    case 'code':
      return element('pre', { dir: 'ltr' }, element('code', {}, block.text));
    case 'rule':
      return element('hr', {});
    case 'embed':
      return element('p', {}, linkMarkup(block.url, block.title, url));
  }
}

/** A picture with its words; without an alt text it has no `alt`, so that nobody takes it for decoration. */
export function pictureMarkup(picture: Picture, url: string): Markup {
  const { alt, caption, credit, width, height } = picture;
  const image = largestJpeg(picture);
  if (image === undefined) return fragment([]);
  const words: Child[] = [caption, caption && credit ? ' ' : undefined];
  if (credit !== undefined) words.push(element('small', {}, credit));
  return element(
    'figure',
    {},
    element('img', {
      src: absoluteAddress(url, `/${image.src}`),
      alt: alt ?? undefined,
      width,
      height,
    }),
    caption === undefined && credit === undefined ? undefined : element('figcaption', {}, ...words),
  );
}

/** The form of a picture that every program can show. */
export function largestJpeg({ jpeg }: Picture): Rendition | undefined {
  return jpeg.at(-1);
}

function tableMarkup({ caption, head, rows, ...block }: TableBlock, url: string): Markup {
  const row = (cells: readonly Cell[], isHead: boolean): Markup =>
    element(
      'tr',
      {},
      ...cells.map((cell) => {
        const scope = cell.head ?? (isHead ? 'col' : undefined);
        const attributes = { scope, colspan: cell.colSpan, rowspan: cell.rowSpan };
        const name = scope === undefined ? 'td' : 'th';
        return element(name, attributes, inlineMarkup(cell.children, url));
      }),
    );
  return element(
    'table',
    spokenOf(block),
    caption && element('caption', {}, inlineMarkup(caption, url)),
    head.length === 0 ? undefined : element('thead', {}, ...head.map((cells) => row(cells, true))),
    element('tbody', {}, ...rows.map((cells) => row(cells, false))),
  );
}

type TableBlock = Extract<Block, { type: 'table' }>;

function spokenOf(block: {
  language?: string;
  dir?: Direction;
}): Record<string, string | undefined> {
  return { lang: block.language, dir: block.dir };
}
