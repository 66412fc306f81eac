import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Inline } from '../../model/body.ts';
import { wordCount } from '../../model/words.ts';
import { decodePath } from './bodyLink.ts';
import { cleanLine } from './cleanText.ts';
import { field } from './field.ts';
import type { Place } from './finding.ts';
import { isDropped, isHidden, remarkDropped, wrapOf, type Attributes } from './htmlTags.ts';
import {
  isShownPicture,
  remarkInlinePicture,
  remarkNoAlt,
  type Context,
} from './markdownInlines.ts';
import { deepest, tidyInlines } from './tidyInlines.ts';
import { remarkEndless } from './unended.ts';
import type { SourcePicture } from './wireItem.ts';

/** Elements that stand on a line of their own; inside a line their words are set off by a break. */
const lineTags = new Set([
  'p',
  'div',
  'li',
  'tr',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
]);

/** Inlines of parsed HTML, against the allow-list. */
export function htmlInlines(
  nodes: readonly Tree.ChildNode[],
  context: Context,
  place: Place | undefined,
): Inline[] {
  const walk = (children: readonly Tree.ChildNode[], depth: number): Inline[] =>
    children.flatMap((node): Inline[] => {
      if ('value' in node) return [node.value];
      if (!isElement(node)) return [];
      const tag = node.tagName;
      if (!isToBeRead(node, context, place)) return [];
      if (tag === 'br') return [{ type: 'break' }];
      if (tag === 'img') {
        remarkInlinePicture(context, place);
        return [];
      }
      if (depth >= deepest) return [htmlWords(node.childNodes)];
      const inner = walk(node.childNodes, depth + 1);
      if (lineTags.has(tag)) return [...inner, { type: 'break' }];
      return wrapOf(tag, attributesOf(node), context.remarks, place)(inner);
    });
  return tidyInlines(walk(nodes, 0));
}

/** Whether an element holds words of the story; says so where it does not. */
export function isToBeRead(
  element: Tree.Element,
  context: Context,
  place: Place | undefined,
): boolean {
  const { tagName: tag } = element;
  const isUnseen = isHidden(attributesOf(element));
  if (!isUnseen && !isDropped(tag)) return true;
  const lost = isUnseen ? 0 : endlessWords(element, context);
  if (lost > 0) remarkEndless(tag, lost, context.remarks, place);
  else remarkDropped(isUnseen ? `${tag} hidden` : tag, context.remarks, place);
  return false;
}

/** Words that an element without an end takes with it, perhaps those of the story. */
function endlessWords({ tagName, childNodes, sourceCodeLocation }: Tree.Element, context: Context) {
  if (sourceCodeLocation?.endTag !== undefined) return 0;
  return context.endsBehind?.(tagName) === true ? 0 : wordCount(htmlWords(childNodes), 'en');
}

/** A picture an `img` names, or undefined when it may not be shown. */
export function pictureOf(
  image: Tree.Element,
  context: Context,
  place: Place | undefined,
): SourcePicture | undefined {
  const { src = '', alt, title = '' } = attributesOf(image);
  const path = decodePath(src).trim();
  if (!isShownPicture(path, context, place)) return undefined;
  if (alt === undefined) remarkNoAlt(context, path, place);
  const caption = cleanLine(title);
  return {
    src: path,
    alt: alt === undefined ? null : cleanLine(alt),
    ...field('caption', caption || undefined),
  };
}

export function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

export function attributesOf(element: Tree.Element): Attributes {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

/** Words of parsed HTML of any depth, without those of dropped and hidden elements. */
export function htmlWords(nodes: readonly Tree.ChildNode[]): string {
  const words: string[] = [];
  const waiting: Tree.ChildNode[] = nodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) words.push(next.value);
    if (isElement(next) && !isDropped(next.tagName) && !isHidden(attributesOf(next))) {
      for (const child of next.childNodes.toReversed()) waiting.push(child);
    }
  }
  return words.join('');
}
