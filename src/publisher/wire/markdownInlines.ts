import type { FootnoteReference, Nodes, PhrasingContent } from 'mdast';
import type { Inline } from '../../model/body.ts';
import { wordCount } from '../../model/words.ts';
import { isPictureSource } from './fieldSchemas.ts';
import type { Place } from './finding.ts';
import {
  isDropped,
  isHidden,
  linkWrap,
  remarkDropped,
  wrapOf,
  type Attributes,
  type Wrap,
} from './htmlTags.ts';
import type { Remarks } from './remarks.ts';
import { attributesIn } from './tagsIn.ts';
import { deepest, tidyInlines } from './tidyInlines.ts';
import { remarkEndless, remarkUnended, unendedIn } from './unended.ts';

/** What a Markdown text says elsewhere about its references, and where remarks go. */
export interface Context {
  definitions: ReadonlyMap<string, string>;
  /** Numbers of footnotes by identifier, in order of first mention. */
  footnotes: Map<string, number>;
  remarks: Remarks;
  /** Characters of HTML that may still be read. */
  htmlLeft: number;
  /** The element that what was read last leaves open, and that is not to be read. */
  leftOpen?: { tag: string; open: number } | undefined;
  /** Whether an element is ended behind what is read. */
  endsBehind?: (tag: string) => boolean;
}

/** Inlines of a paragraph, heading or cell. */
export function fromPhrasing(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  const run: Run = { nodes, lost: 0 };
  const inlines = tidyInlines(convertAll(nodes, context, 0, run));
  const { leftOpen } = context;
  if (leftOpen !== undefined && run.lost > 0 && context.endsBehind?.(leftOpen.tag) !== true) {
    const [first] = nodes;
    remarkEndless(leftOpen.tag, run.lost, context.remarks, first && placeOf(first));
  }
  return inlines;
}

/** The whole line of words that some inlines are of. */
interface Run {
  nodes: readonly PhrasingContent[];
  /** Words left out since the element that holds them began. */
  lost: number;
  /** Its tags that nothing in it ends, once that was asked. */
  unended?: ReadonlySet<Nodes>;
}

interface Open {
  tag: string;
  wrap: Wrap;
  children: Inline[];
}

// Markdown gives HTML inside a line as loose tags between its own nodes, so elements are put together here.
function convertAll(
  nodes: readonly PhrasingContent[],
  context: Context,
  depth: number,
  run: Run,
): Inline[] {
  const root: Inline[] = [];
  const stack: Open[] = [];
  let dropping = { tag: '', open: 0 };
  context.leftOpen = undefined;
  const close = (): void => {
    const open = stack.pop();
    if (open !== undefined) (stack.at(-1)?.children ?? root).push(...open.wrap(open.children));
  };
  for (const node of nodes) {
    const tag = node.type === 'html' ? parseTag(node.value) : undefined;
    if (dropping.open > 0) {
      if (node.type !== 'html') run.lost += wordCount(wordsOf(node), 'en');
      if (tag?.name === dropping.tag && !tag.isClosed) dropping.open += tag.isEnd ? -1 : 1;
      if (dropping.open === 0) run.lost = 0;
    } else if (node.type !== 'html') {
      (stack.at(-1)?.children ?? root).push(...convert(node, context, depth, run));
      dropping = context.leftOpen ?? dropping;
      context.leftOpen = undefined;
    } else if (tag === undefined) {
      continue; // a comment
    } else if (tag.isEnd) {
      if (stack.some((open) => open.tag === tag.name)) {
        while (stack.length > 0 && stack.at(-1)?.tag !== tag.name) close();
        close();
      }
    } else if (isDropped(tag.name) && isUnended(node, tag, context, run)) {
      remarkUnended(tag.name, context.remarks, placeOf(node));
    } else if (isDropped(tag.name)) {
      remarkDropped(tag.name, context.remarks, placeOf(node));
      if (!isEmptyElement(tag.name) && !tag.isClosed) dropping = { tag: tag.name, open: 1 };
    } else if (tag.isClosed && !isEmptyElement(tag.name)) {
      continue; // it holds nothing
    } else if (isHidden(tag.attributes) && !isEmptyElement(tag.name)) {
      remarkDropped(`${tag.name} hidden`, context.remarks, placeOf(node));
      dropping = { tag: tag.name, open: 1 };
    } else if (tag.name === 'br') {
      (stack.at(-1)?.children ?? root).push({ type: 'break' });
    } else if (tag.name === 'img') {
      remarkInlinePicture(context, placeOf(node));
    } else if (!isEmptyElement(tag.name) && stack.length + depth < deepest) {
      const wrap = wrapOf(tag.name, tag.attributes, context.remarks, placeOf(node));
      stack.push({ tag: tag.name, wrap, children: [] });
    }
  }
  while (stack.length > 0) close();
  if (dropping.open > 0) context.leftOpen = dropping;
  return root;
}

function isUnended(node: Nodes, tag: Tag, { endsBehind }: Context, run: Run): boolean {
  if (tag.isClosed || isHidden(tag.attributes)) return false;
  run.unended ??= unendedIn(run.nodes);
  return run.unended.has(node) && endsBehind?.(tag.name) !== true;
}

function convert(node: PhrasingContent, context: Context, depth: number, run: Run): Inline[] {
  if (depth >= deepest) return [wordsOf(node)];
  const within = (children: readonly PhrasingContent[]): Inline[] =>
    convertAll(children, context, depth + 1, run);
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'emphasis':
      return [{ type: 'em', children: within(node.children) }];
    case 'strong':
      return [{ type: 'strong', children: within(node.children) }];
    case 'delete':
      return [{ type: 'strike', children: within(node.children) }];
    case 'inlineCode':
      return [{ type: 'code', children: [node.value] }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return linkWrap(node.url, context.remarks, placeOf(node))(within(node.children));
    case 'linkReference': {
      const url = context.definitions.get(node.identifier);
      const children = within(node.children);
      return url === undefined ? children : linkWrap(url, context.remarks, placeOf(node))(children);
    }
    case 'footnoteReference':
      return [{ type: 'sup', children: [String(footnoteNumber(node, context))] }];
    case 'image':
    case 'imageReference':
      remarkInlinePicture(context, placeOf(node));
      return [];
    default:
      return [];
  }
}

function footnoteNumber({ identifier }: FootnoteReference, { footnotes }: Context): number {
  const number = footnotes.get(identifier) ?? footnotes.size + 1;
  footnotes.set(identifier, number);
  return number;
}

export function remarkInlinePicture({ remarks }: Context, place: Place | undefined): void {
  remarks.add({
    code: 'dropped-picture',
    message: 'expected a picture alone in its paragraph, got one among words, which is left out',
    mend: 'put the picture on a line of its own, with a blank line before and after it',
    ...place,
  });
}

/** Whether a picture may be shown; says so when it may not. */
export function isShownPicture(src: string, { remarks }: Context, place?: Place): boolean {
  if (isPictureSource(src)) return true;
  remarks.add({
    code: 'dropped-picture',
    message: `expected the path of a picture file, relative to this file, or its web address, got "${src.slice(0, 80)}", which is left out`,
    mend: 'save the picture beside this file and write its path, such as pictures/moon.svg',
    ...place,
  });
  return false;
}

export function remarkNoAlt({ remarks }: Context, src: string, place?: Place): void {
  remarks.add({
    code: 'picture-without-alt',
    message: `expected a description of the picture ${src.slice(0, 80)}, got nothing`,
    mend: 'write a sentence saying what is to be seen: ![what is to be seen](picture.svg)',
    ...place,
  });
}

interface Tag {
  name: string;
  isEnd: boolean;
  /** Whether it is the end as well: `<span hidden />`. */
  isClosed: boolean;
  attributes: Attributes;
}

/** The tag that a piece of HTML begins with. */
function parseTag(html: string): Tag | undefined {
  const match = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(html);
  if (match === null) return undefined;
  const name = (match[2] ?? '').toLowerCase();
  const isEnd = match[1] === '/';
  const isClosed = !isEnd && /(?:^<[a-z0-9-]+|["'\s]|\s[^\s="'<>]+)\/>$/i.test(html.slice(-200));
  return { name, isEnd, isClosed, attributes: attributesIn(html) };
}

export function isEmptyElement(tag: string): boolean {
  return [
    'embed',
    'hr',
    'input',
    'wbr',
    'meta',
    'link',
    'source',
    'col',
    'param',
    'br',
    'img',
  ].includes(tag);
}

/** Words of a node of any depth. */
export function wordsOf(node: Nodes): string {
  const words: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next && next.type !== 'html') words.push(next.value);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return words.join('');
}

export function placeOf(node: Nodes): Place | undefined {
  const start = node.position?.start;
  return start === undefined ? undefined : { line: start.line, column: start.column };
}
