import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Cell } from '../../model/body.ts';
import { spokenInline } from './feeds/spokenInline.ts';
import { field } from './field.ts';
import type { Place } from './finding.ts';
import { spokenOf } from './htmlTags.ts';
import { attributesOf, htmlInlines, isElement, isToBeRead } from './htmlInlines.ts';
import type { Context } from './markdownInlines.ts';
import type { SourceBlock } from './wireItem.ts';

/** Widest span kept; HTML itself stops at 1,000. */
const widestSpan = 100;

/** An HTML table; rows of nothing but `th` before the first other row are its head. */
export function htmlTable(
  element: Tree.Element,
  context: Context,
  place: Place | undefined,
): Extract<SourceBlock, { type: 'table' }>[] {
  const children = (parent: Tree.Element): Tree.Element[] =>
    parent.childNodes.filter(isElement).filter((child) => isToBeRead(child, context, place));
  const parts = children(element);
  const caption = parts.find((part) => part.tagName === 'caption');
  const rows = parts.flatMap((part) =>
    part.tagName === 'tr' ? [part] : children(part).filter((row) => row.tagName === 'tr'),
  );
  const isHead = (row: Tree.Element): boolean =>
    children(row).every((cell) => cell.tagName === 'th');
  const firstBody = rows.findIndex((row) => !isHead(row));
  const heads = firstBody === -1 ? 0 : firstBody;
  const toRow = (row: Tree.Element, index: number): Cell[] =>
    children(row).map((cell) => {
      const attributes = attributesOf(cell);
      const { colspan = '', rowspan = '' } = attributes;
      const words = htmlInlines(cell.childNodes, context, place);
      const speak = words.length === 0 ? undefined : spokenInline(spokenOf(attributes));
      const head = cell.tagName === 'th' ? (index < heads ? 'col' : 'row') : undefined;
      return {
        children: speak === undefined ? words : [speak(words)],
        ...field('head', head),
        ...field('colSpan', spanOf(colspan)),
        ...field('rowSpan', spanOf(rowspan)),
      };
    });
  const cells = rows.map(toRow);
  if (!cells.some((row) => row.length > 0)) return [];
  const words = caption === undefined ? [] : htmlInlines(caption.childNodes, context, place);
  return [
    {
      type: 'table',
      ...field('caption', words.length === 0 ? undefined : words),
      head: cells.slice(0, heads),
      rows: cells.slice(heads),
    },
  ];
}

function spanOf(text: string): number | undefined {
  const span = Number.parseInt(text, 10);
  return span >= 2 ? Math.min(span, widestSpan) : undefined;
}
