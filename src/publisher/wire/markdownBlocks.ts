import type { Image, ImageReference, PhrasingContent, RootContent, Table } from 'mdast';
import type { Cell, Inline } from '../../model/body.ts';
import { plainText } from '../../model/words.ts';
import { decodePath } from './bodyLink.ts';
import { cleanLine, cleanName, cleanText } from './cleanText.ts';
import { field } from './field.ts';
import { htmlBlocks } from './htmlBlocks.ts';
import {
  fromPhrasing,
  isShownPicture,
  placeOf,
  remarkNoAlt,
  wordsOf,
  type Context,
} from './markdownInlines.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import type { Remark } from './remarks.ts';
import { shownNodes } from './shownNodes.ts';
import { deepest, tidyInlines } from './tidyInlines.ts';
import type { SourceBlock, SourcePicture } from './wireItem.ts';

/** Markdown (CommonMark and GFM) as blocks, and what was lost on the way. Never throws, whatever the text. */
export function markdownBlocks(text: string): { blocks: SourceBlock[]; remarks: Remark[] } {
  const { root, context } = parseMarkdown(cleanText(text));
  const blocks = convertAll(root.children, context, 0);
  return { blocks, remarks: context.remarks.list };
}

/**
 * A whole Markdown file: its first `# heading` of which readers see words is taken out as its headline, plain text. When
 * a headline is `given` elsewhere, only a heading of the same words is taken out.
 */
export function markdownDocument(
  text: string,
  given = '',
): { headline?: string; blocks: SourceBlock[]; remarks: Remark[] } {
  const { root, context } = parseMarkdown(cleanText(text));
  const blocks: SourceBlock[] = [];
  let headline: string | undefined;
  let title = '';
  for (const node of shownNodes(root.children, context)) {
    if (node.type === 'heading' && node.depth === 1 && title === '') {
      title = cleanName(plainText(fromPhrasing(node.children, context)));
      if (title !== '' && (given === '' || given === title)) {
        headline = title;
        continue;
      }
    }
    for (const block of convert(node, context, 0)) blocks.push(block);
  }
  return { ...field('headline', headline), blocks, remarks: context.remarks.list };
}

/** Markdown of one line: only inline marks are read, so `1914. The lamps go out` keeps its year. */
export function inlinesFromMarkdown(text: string): { inlines: Inline[]; remarks: Remark[] } {
  const { blocks, remarks } = markdownBlocks(withoutBlockMarks(text));
  const inlines = blocks.flatMap((block, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    ...inlinesOf(block),
  ]);
  return { inlines: tidyInlines(inlines), remarks };
}

function withoutBlockMarks(text: string): string {
  return text
    .replace(/^[ \t]+/gm, '')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, String.raw`$1\$2`)
    .replace(/^(?:[-+#>=]|\*(?=\s)|`{3}|~{3})/gm, String.raw`\$&`);
}

// Paragraphs of one text follow each other after a break; HTML may still have made other blocks.
function inlinesOf(block: SourceBlock): Inline[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children;
  if (block.type === 'quote') return block.blocks.flatMap(inlinesOf);
  if (block.type === 'list') return block.items.flat().flatMap(inlinesOf);
  return block.type === 'code' ? [block.text] : [];
}

function convertAll(nodes: readonly RootContent[], context: Context, depth: number): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const node of shownNodes(nodes, context)) {
    for (const block of convert(node, context, depth)) blocks.push(block);
  }
  return blocks;
}

function convert(node: RootContent, context: Context, depth: number): SourceBlock[] {
  if (depth >= deepest) return paragraph([wordsOf(node)]);
  switch (node.type) {
    case 'paragraph':
      return pictures(node.children, context) ?? paragraph(fromPhrasing(node.children, context));
    case 'heading': {
      const children = fromPhrasing(node.children, context);
      return children.length === 0
        ? []
        : [{ type: 'heading', level: node.depth > 2 ? 3 : 2, children }];
    }
    case 'blockquote': {
      const blocks = convertAll(node.children, context, depth + 1);
      return blocks.length === 0 ? [] : [{ type: 'quote', blocks }];
    }
    case 'list': {
      const items = node.children
        .map((item) => withCheck(convertAll(item.children, context, depth + 1), item.checked))
        .filter((item) => item.length > 0);
      if (items.length === 0) return [];
      const start =
        node.ordered === true && node.start !== 1 ? (node.start ?? undefined) : undefined;
      return [{ type: 'list', ordered: node.ordered ?? false, ...field('start', start), items }];
    }
    case 'table':
      return [table(node, context)];
    case 'code': {
      const language = cleanLine(node.lang ?? '');
      return [{ type: 'code', text: node.value, ...field('codeLanguage', language || undefined) }];
    }
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'html':
      return htmlBlocks(node.value, context, placeOf(node));
    case 'footnoteDefinition': {
      const blocks = convertAll(node.children, context, depth + 1);
      const number = context.footnotes.get(node.identifier);
      return number === undefined ? blocks : numbered(blocks, number);
    }
    default:
      return [];
  }
}

function paragraph(children: Inline[]): SourceBlock[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function withCheck(item: SourceBlock[], checked: boolean | null | undefined): SourceBlock[] {
  if (checked === null || checked === undefined) return item;
  return prefixed(item, [checked ? '☑ ' : '☐ ']);
}

function numbered(blocks: SourceBlock[], number: number): SourceBlock[] {
  return prefixed(blocks, [{ type: 'sup', children: [String(number)] }, ' ']);
}

function prefixed(blocks: SourceBlock[], prefix: Inline[]): SourceBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  return [{ ...first, children: tidyInlines([...prefix, ...first.children]) }, ...rest];
}

/** Cells up to which short rows are filled up: a wide head over many short rows would fill the memory instead. */
const filledLimit = 20_000;

function table(node: Table, context: Context): SourceBlock {
  const widest = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  const width = widest * node.children.length > filledLimit ? 0 : widest;
  const rows = node.children.map((row, index) =>
    Array.from({ length: Math.max(width, row.children.length) }, (_, column): Cell => {
      const children = fromPhrasing(row.children[column]?.children ?? [], context);
      return index === 0 ? { children, head: 'col' } : { children };
    }),
  );
  return { type: 'table', head: rows.slice(0, 1), rows: rows.slice(1) };
}

/** A paragraph of nothing but pictures, each perhaps inside a link; undefined when it holds words too. */
function pictures(nodes: readonly PhrasingContent[], context: Context): SourceBlock[] | undefined {
  const images: (Image | ImageReference)[] = [];
  for (const node of nodes) {
    const inner = node.type === 'link' && node.children.length === 1 ? node.children[0] : node;
    if (inner?.type === 'image' || inner?.type === 'imageReference') images.push(inner);
    else if (node.type !== 'break' && !(node.type === 'text' && node.value.trim() === ''))
      return undefined;
  }
  const shown = images.flatMap((image) => toPicture(image, context));
  const [only] = shown;
  if (only === undefined) return images.length === 0 ? undefined : [];
  return [
    shown.length === 1 ? { type: 'picture', picture: only } : { type: 'gallery', pictures: shown },
  ];
}

function toPicture(image: Image | ImageReference, context: Context): SourcePicture[] {
  const url = image.type === 'image' ? image.url : context.definitions.get(image.identifier);
  const src = decodePath(url ?? '').trim();
  if (!isShownPicture(src, context, placeOf(image))) return [];
  const alt = cleanLine(image.alt ?? '');
  if (alt === '') remarkNoAlt(context, src, placeOf(image));
  const caption = cleanLine((image.type === 'image' ? image.title : undefined) ?? '');
  return [{ src, alt: alt === '' ? null : alt, ...field('caption', caption || undefined) }];
}
