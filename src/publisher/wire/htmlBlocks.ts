import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Inline } from '../../model/body.ts';
import { field } from './field.ts';
import type { Place } from './finding.ts';
import { boundHtml } from './boundHtml.ts';
import {
  attributesOf,
  htmlInlines,
  htmlWords,
  isElement,
  isToBeRead,
  pictureOf,
} from './htmlInlines.ts';
import { htmlTable } from './htmlTable.ts';
import { remarkLostTag, spokenOf } from './htmlTags.ts';
import type { Context } from './markdownInlines.ts';
import { deepest } from './tidyInlines.ts';
import type { SourceBlock } from './wireItem.ts';

/** Elements that stand as blocks of their own or hold such. */
const blockTags = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'table', 'hr'],
  ...['pre', 'figure', 'div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'nav'],
  ...['center', 'details', 'summary', 'dl', 'dt', 'dd', 'address', 'form', 'fieldset', 'menu'],
]);
/** Of these, the ones that only hold others; any other that is not read below is said to be lost. */
const groupTags = new Set([
  ...['div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'center', 'figure', 'li'],
]);

/** HTML that stands between Markdown paragraphs, as blocks, against the allow-list. */
export function htmlBlocks(html: string, context: Context, place?: Place): SourceBlock[] {
  const bound = boundHtml(html, context, place);
  if ('words' in bound) return bound.words === '' ? [] : [paragraphOf([bound.words])];
  return fromNodes(
    parseFragment(bound.html, { scriptingEnabled: false, sourceCodeLocationInfo: true }).childNodes,
    { context, place },
    0,
  );
}

interface Walk {
  context: Context;
  place: Place | undefined;
}

function fromNodes(nodes: readonly Tree.ChildNode[], walk: Walk, depth: number): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let run: Tree.ChildNode[] = [];
  const flush = (): void => {
    blocks.push(...fromRun(run, walk));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !blockTags.has(node.tagName)) {
      run.push(node);
      continue;
    }
    flush();
    blocks.push(...fromElement(node, walk, depth));
  }
  flush();
  return blocks;
}

/** Loose text and inline elements in a row are a paragraph; a picture alone is a picture. */
function fromRun(run: readonly Tree.ChildNode[], { context, place }: Walk): SourceBlock[] {
  const solid = run.filter(
    (node) => isElement(node) || ('value' in node && node.value.trim() !== ''),
  );
  const [only] = solid;
  if (solid.length === 1 && only !== undefined && isElement(only) && only.tagName === 'img') {
    if (!isToBeRead(only, context, place)) return [];
    const picture = pictureOf(only, context, place);
    return picture === undefined ? [] : [{ type: 'picture', picture }];
  }
  const children = htmlInlines(run, context, place);
  return children.length === 0 ? [] : [paragraphOf(children)];
}

function fromElement(element: Tree.Element, walk: Walk, depth: number): SourceBlock[] {
  const { context, place } = walk;
  const { tagName: tag, childNodes: nodes } = element;
  if (!isToBeRead(element, context, place)) return [];
  if (depth >= deepest) {
    const words = htmlWords(nodes);
    return words === '' ? [] : [paragraphOf([words])];
  }
  const spoken = spokenOf(attributesOf(element));
  const inlines = (): Inline[] => htmlInlines(nodes, context, place);
  const inner = (): SourceBlock[] => fromNodes(nodes, walk, depth + 1);
  switch (tag) {
    case 'p':
      return fromRun(nodes, walk).map((block) =>
        block.type === 'paragraph' ? { ...block, ...spoken } : block,
      );
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const children = inlines();
      const level = tag === 'h1' || tag === 'h2' ? 2 : 3;
      return children.length === 0 ? [] : [{ type: 'heading', level, children, ...spoken }];
    }
    case 'blockquote': {
      const blocks = inner();
      return blocks.length === 0 ? [] : [{ type: 'quote', blocks, ...spoken }];
    }
    case 'ul':
    case 'ol': {
      const items = nodes
        .filter(isElement)
        .filter((item) => isToBeRead(item, context, place))
        .map((item) => fromNodes(item.tagName === 'li' ? item.childNodes : [item], walk, depth + 1))
        .filter((item) => item.length > 0);
      const start = Number.parseInt(attributesOf(element)['start'] ?? '', 10);
      const isCounted = tag === 'ol' && Number.isSafeInteger(start) && start !== 1;
      if (items.length === 0) return [];
      return [
        {
          type: 'list',
          ordered: tag === 'ol',
          ...field('start', isCounted ? start : undefined),
          items,
          ...spoken,
        },
      ];
    }
    case 'table':
      return htmlTable(element, context, place).map((block) => ({ ...block, ...spoken }));
    case 'hr':
      return [{ type: 'rule' }];
    case 'pre':
      return [{ type: 'code', text: htmlWords(nodes).replace(/^\n/, '') }];
    case 'figure':
      return fromFigure(element, walk, depth);
    default:
      if (!groupTags.has(tag)) remarkLostTag(tag, context.remarks, place);
      return inner();
  }
}

function fromFigure(element: Tree.Element, walk: Walk, depth: number): SourceBlock[] {
  const shown = element.childNodes.filter(
    (node) => !isElement(node) || isToBeRead(node, walk.context, walk.place),
  );
  const parts = shown.filter(isElement);
  const image = parts.find((part) => part.tagName === 'img');
  const caption = parts.find((part) => part.tagName === 'figcaption');
  const picture = image === undefined ? undefined : pictureOf(image, walk.context, walk.place);
  if (picture === undefined)
    return fromNodes(
      shown.filter((node) => node !== image),
      walk,
      depth + 1,
    );
  const words =
    caption === undefined ? '' : htmlWords(caption.childNodes).trim().replace(/\s+/g, ' ');
  return [{ type: 'picture', picture: { ...picture, ...field('caption', words || undefined) } }];
}

function paragraphOf(children: Inline[]): SourceBlock {
  return { type: 'paragraph', children };
}
