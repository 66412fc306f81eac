import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { field } from '../field.ts';
import { isElement } from '../htmlInlines.ts';
import type { Attributes } from '../htmlTags.ts';
import type { SourceBlock } from '../wireItem.ts';
import type { BodyBuilder, Scope } from './bodyBuilder.ts';
import { bareAddress, figureBlocks } from './figure.ts';
import type { Entered } from './foreignWalk.ts';
import { openMark } from './line.ts';
import { inlinesOf, isLayoutTable, picturesAmong, toCell, toTable } from './tableShape.ts';

/** What a block element opens in the body; undefined when it only stands on lines of its own. */
export function enterBlock(
  element: Tree.Element,
  attributes: Attributes,
  scope: Scope,
  builder: BodyBuilder,
): Entered | undefined {
  const { class: classes = '' } = attributes;
  switch (element.tagName) {
    case 'blockquote':
    case 'aside': {
      const isPull = /pull-?quote/i.test(classes);
      if (!isPull && element.tagName === 'aside') return undefined;
      return enterQuote(isPull, scope, builder);
    }
    case 'footer':
      return builder.frame.kind === 'quote'
        ? { scope: { ...scope, as: 'cite' }, leave: () => builder.flush() }
        : undefined;
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return enterList(element.tagName === 'ol', attributes, scope, builder);
    case 'li':
      return enterItem(scope, builder);
    case 'dt':
    case 'summary':
      return {
        scope: {
          ...scope,
          mark: openMark(scope.mark, (children) => ({ type: 'strong', children })),
        },
        leave: () => builder.flush(),
      };
    case 'table':
      return isLayoutTable(element) ? undefined : enterTable(scope, builder);
    case 'tr':
      if (builder.frame.kind === 'table') builder.frame.rows.push([]);
      return undefined;
    case 'td':
    case 'th':
      return enterCell(element, scope, builder);
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      return enterCode(element, classes, scope, builder);
    case 'figure':
      return /pull-?quote/i.test(classes)
        ? enterQuote(true, scope, builder)
        : enterFigure(scope, builder);
    case 'figcaption':
    case 'caption':
      return { scope: { ...scope, as: 'caption' }, leave: () => builder.flush() };
    default:
      return undefined;
  }
}

function enterQuote(isPull: boolean, scope: Scope, builder: BodyBuilder): Entered | undefined {
  const close = builder.frame.kind === 'quote' && isPull ? undefined : builder.open('quote');
  if (close === undefined) return undefined;
  const leave = (): void => {
    const { blocks, cites } = close();
    const [only] = cites;
    const cite = field(
      'cite',
      only === undefined ? undefined : cites.length === 1 ? only : cites.flat(),
    );
    const [block, ...others] = blocks;
    if (block === undefined) {
      // Nothing is quoted, so the words of who would have said it stand alone.
      builder.emitAll(cites.map((children) => ({ type: 'paragraph', children })));
    } else if (isPull && block.type === 'quote' && others.length === 0) {
      builder.emit({
        type: 'pullquote',
        children: inlinesOf(block.blocks),
        ...field('cite', block.cite),
        ...cite,
      });
      builder.emitAll(picturesAmong(block.blocks));
    } else if (isPull && inlinesOf(blocks).length > 0) {
      builder.emit({ type: 'pullquote', children: inlinesOf(blocks), ...cite });
      builder.emitAll(picturesAmong(blocks));
    } else {
      builder.emit({ type: 'quote', blocks, ...cite, ...scope.spoken });
    }
  };
  return { scope: { ...scope, as: 'paragraph', spoken: {} }, leave };
}

function enterList(
  ordered: boolean,
  attributes: Attributes,
  scope: Scope,
  builder: BodyBuilder,
): Entered | undefined {
  const close = builder.open('list');
  if (close === undefined) return undefined;
  const start = Number.parseInt(attributes['start'] ?? '', 10);
  const isCounted = ordered && Number.isSafeInteger(start) && start !== 1;
  const leave = (): void => {
    const frame = close();
    const { items } = frame;
    adopt(frame.blocks, items);
    if (items.length === 0) return;
    builder.emit({
      type: 'list',
      ordered,
      ...field('start', isCounted ? start : undefined),
      items,
      ...scope.spoken,
    });
  };
  return { scope: { ...scope, as: 'paragraph', spoken: {} }, leave };
}

function enterItem(scope: Scope, builder: BodyBuilder): Entered | undefined {
  const list = builder.frame;
  const close = list.kind === 'list' ? builder.open('item') : undefined;
  if (close === undefined) return undefined;
  adopt(list.blocks.splice(0), list.items);
  const leave = (): void => {
    const { blocks } = close();
    if (blocks.length > 0) list.items.push(blocks);
  };
  return { scope, leave };
}

/** What stands in a list outside its items belongs to the item before it, as in lists that editors indent. */
function adopt(blocks: readonly SourceBlock[], items: SourceBlock[][]): void {
  if (blocks.length === 0) return;
  const last = items.at(-1);
  if (last === undefined) items.push([...blocks]);
  else for (const block of blocks) last.push(block);
}

function enterTable(scope: Scope, builder: BodyBuilder): Entered | undefined {
  const close = builder.open('table');
  if (close === undefined) return undefined;
  const leave = (): void => {
    const { rows, captions, blocks } = close();
    const [caption] = captions;
    const table = toTable(rows, caption);
    if (table !== undefined) builder.emit({ ...table, ...scope.spoken });
    builder.emitAll(captions.slice(1).map((children) => ({ type: 'note', children })));
    builder.emitAll(blocks);
  };
  return { scope: { ...scope, as: 'paragraph', spoken: {} }, leave };
}

function enterCell(element: Tree.Element, scope: Scope, builder: BodyBuilder): Entered | undefined {
  const table = builder.frame;
  const close = table.kind === 'table' ? builder.open('cell') : undefined;
  if (close === undefined) return undefined;
  const leave = (): void => {
    const { blocks } = close();
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push(toCell(element, blocks));
    for (const picture of picturesAmong(blocks)) table.blocks.push(picture);
  };
  return { scope, leave };
}

function enterCode(
  element: Tree.Element,
  classes: string,
  scope: Scope,
  builder: BodyBuilder,
): Entered {
  const inner = element.childNodes.find(isElement);
  const named = `${classes} ${inner?.attrs.find(({ name }) => name === 'class')?.value ?? ''}`;
  const codeLanguage = /\b(?:language|lang|brush:\s*)-?([a-z\d+#]{1,20})\b/i
    .exec(named)?.[1]
    ?.toLowerCase();
  builder.openCode();
  return { scope, leave: () => builder.closeCode(codeLanguage) };
}

function enterFigure(scope: Scope, builder: BodyBuilder): Entered | undefined {
  const close = builder.open('figure');
  if (close === undefined) return undefined;
  const leave = (): void => {
    const frame = close();
    const address = bareAddress(frame.blocks);
    builder.emitAll(figureBlocks(address === undefined ? frame : { ...frame, blocks: [address] }));
  };
  return { scope: { ...scope, as: 'paragraph' }, leave };
}
