import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Cell, Inline } from '../../../model/body.ts';
import { attributesOf, isElement } from '../htmlInlines.ts';
import { field } from '../field.ts';
import type { Spoken } from './bodyBuilder.ts';
import { spokenInline } from './spokenInline.ts';
import { tidyInlines } from '../tidyInlines.ts';
import type { SourceBlock } from '../wireItem.ts';

/** Widest span kept; HTML itself stops at 1,000. */
const widestSpan = 100;
/** Elements that a table of facts does not hold: with one of these it only lays a page out. */
const laidOut = new Set([
  'table',
  'figure',
  'iframe',
  'video',
  'h1',
  'h2',
  'h3',
  'hr',
  'blockquote',
  'form',
]);

/** Whether a table is there for its looks (newsletters, old pages): its cells are read as ordinary text. */
export function isLayoutTable(table: Tree.Element): boolean {
  const role = attributesOf(table)['role'] ?? '';
  if (role === 'presentation' || role === 'none') return true;
  let cells = 0;
  const waiting: Tree.ChildNode[] = [...table.childNodes];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) continue;
    if (laidOut.has(next.tagName)) return true;
    if (next.tagName === 'td' || next.tagName === 'th') cells += 1;
    for (const child of next.childNodes) waiting.push(child);
  }
  return cells <= 1;
}

/** A cell with its words, whatever blocks they were in. */
export function toCell(element: Tree.Element, blocks: readonly SourceBlock[]): Cell {
  const { colspan = '', rowspan = '' } = attributesOf(element);
  return {
    children: inlinesOf(blocks),
    ...field('head', element.tagName === 'th' ? ('row' as const) : undefined),
    ...field('colSpan', spanOf(colspan)),
    ...field('rowSpan', spanOf(rowspan)),
  };
}

/** Rows of nothing but headings before the first other row are the table's head. */
export function toTable(
  rows: readonly Cell[][],
  caption: Inline[] | undefined,
): SourceBlock | undefined {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return undefined;
  const first = filled.findIndex((row) => row.some(({ head }) => head === undefined));
  const heads = first === -1 ? 0 : first;
  const head = filled
    .slice(0, heads)
    .map((row) => row.map((cell): Cell => ({ ...cell, head: 'col' })));
  return { type: 'table', ...field('caption', caption), head, rows: filled.slice(heads) };
}

/** The words of blocks on one run of lines, for places that hold no blocks. */
export function inlinesOf(blocks: readonly SourceBlock[]): Inline[] {
  const lines = blocks.flatMap(linesOf);
  return tidyInlines(
    lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'break' }, ...line])),
  );
}

// Frames nest to a fixed depth, so this does too.
function linesOf(block: SourceBlock): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'note':
    case 'pullquote':
      return [spokenLine(block, block.children)];
    case 'quote':
      return [
        ...block.blocks.flatMap(linesOf).map((line) => spokenLine(block, line)),
        ...(block.cite === undefined ? [] : [block.cite]),
      ];
    case 'list':
      return block.items
        .flat()
        .flatMap(linesOf)
        .map((line) => spokenLine(block, line));
    case 'table': {
      const rows = [...block.head, ...block.rows].map((row) =>
        row.flatMap(({ children }): Inline[] => [...children, ' ']),
      );
      return block.caption === undefined ? rows : [block.caption, ...rows];
    }
    case 'code':
      return [[{ type: 'code', children: [block.text] }]];
    case 'embed':
      return [[{ type: 'link', href: block.url, children: [block.title] }]];
    case 'picture':
    case 'gallery':
    case 'rule':
      return [];
  }
}

function spokenLine(block: Spoken, children: Inline[]): Inline[] {
  const speak = spokenInline(block);
  return speak === undefined ? children : [speak(children)];
}

/** The pictures in blocks, of which a run of lines holds none, to stand behind it. */
export function picturesAmong(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.type === 'quote') return picturesAmong(block.blocks);
    if (block.type === 'list') return block.items.flatMap(picturesAmong);
    return block.type === 'picture' || block.type === 'gallery' ? [block] : [];
  });
}

function spanOf(text: string): number | undefined {
  const span = Number.parseInt(text, 10);
  return span >= 2 ? Math.min(span, widestSpan) : undefined;
}
