import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributesOf, isElement } from '../htmlInlines.ts';
import { isHidden, spokenOf, type Attributes } from '../htmlTags.ts';
import type { Scope, WordsAs } from './bodyBuilder.ts';
import { enterBlock } from './foreignBlocks.ts';
import { readCard } from './foreignCards.ts';
import { markWithin } from './foreignMarks.ts';
import { enterMedia, isMedia } from './foreignMedia.ts';
import type { Entered, Walk } from './foreignWalk.ts';
import { openMark } from './line.ts';

/** Elements that go with what they hold; none of it is words of the story. */
const wordless = new Set([
  ...['script', 'style', 'template', 'noembed', 'noframes', 'svg', 'canvas', 'datalist', 'head'],
  ...['title', 'base', 'meta', 'link', 'param', 'input', 'portal', 'rp'],
]);
/** Of these, the ones that nobody misses. */
const unsaid = new Set(['head', 'title', 'param', 'rp']);
/** Elements that stand on lines of their own. */
const blockTags = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'nav', 'center'],
  ...[
    'dl',
    'dt',
    'dd',
    'details',
    'summary',
    'address',
    'form',
    'fieldset',
    'legend',
    'menu',
    'dir',
  ],
  ...[
    'tr',
    'td',
    'th',
    'thead',
    'tbody',
    'tfoot',
    'caption',
    'table',
    'figcaption',
    'hgroup',
    'body',
    'html',
  ],
  ...[
    'ul',
    'ol',
    'li',
    'blockquote',
    'figure',
    'pre',
    'listing',
    'xmp',
    'plaintext',
    'option',
    'textarea',
  ],
]);
/** What plugins put below a story: buttons for sharing, and lists that are not the editor's. */
const plugins =
  /(?:^|\s)(?:kg-signup-card|sharedaddy|jp-relatedposts|feedflare|addtoany_\S*|yarpp\S*)(?:\s|$)/;
const headings: Readonly<Record<string, WordsAs>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
};

/** What an element does to the body; undefined when its children are not read. */
export function enterElement(
  element: Tree.Element,
  attributes: Attributes,
  around: Scope,
  walk: Walk,
): Entered | undefined {
  const { builder, losses } = walk;
  const { tagName: tag } = element;
  const { class: classes = '' } = attributes;
  if (wordless.has(tag)) {
    if (!unsaid.has(tag)) losses.element(`<${tag}>`, tag === 'svg' ? shownText(element) : '');
    return undefined;
  }
  if (isHidden(attributes)) {
    losses.element(`hidden <${tag.slice(0, 40)}>`);
    return undefined;
  }
  if (plugins.test(classes) || walk.isFurniture?.(element) === true) {
    losses.element(`<${tag.slice(0, 40)}>`, shownText(element));
    return undefined;
  }
  if (isMedia(tag)) return enterMedia(element, attributes, around, walk);
  if (tag === 'br') {
    builder.words({ type: 'break' }, around);
    return undefined;
  }
  if (tag === 'hr') {
    builder.flush();
    builder.emit({ type: 'rule' });
    return undefined;
  }
  if (builder.isInCode) return { scope: around };
  const heading = Object.hasOwn(headings, tag) ? headings[tag] : undefined;
  if (heading === undefined && !blockTags.has(tag))
    return enterInline(element, attributes, around, walk);

  // An emoji and the words of a callout are one note.
  if (/(?:^|\s)kg-callout-(?:emoji|text)(?:\s|$)/.test(classes)) {
    builder.words(' ', around);
    return { scope: around };
  }
  builder.flush();
  if (tag === 'form') losses.element('<form>, of which the words are kept');
  const { language, dir } = spokenOf(attributes);
  const isSpoken = language !== undefined || dir !== undefined;
  const scope: Scope = isSpoken
    ? { ...around, spoken: { ...around.spoken, ...spokenOf(attributes) } }
    : around;
  const leave = (): void => builder.flush();
  if (heading !== undefined) return { scope: { ...scope, as: heading }, leave };
  if (readCard(element, classes, walk)) return undefined;
  if (/(?:^|\s)kg-callout-card(?:\s|$)/.test(classes))
    return { scope: { ...scope, as: 'note' }, leave };
  return enterBlock(element, attributes, scope, builder) ?? { scope, leave };
}

/** The text in an element that a browser would show, without recursion. */
function shownText(element: Tree.Element): string {
  const texts: string[] = [];
  const waiting: Tree.ChildNode[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    else if (isElement(node) && !isUnseen(node)) {
      for (const child of node.childNodes) waiting.push(child);
    }
  }
  return texts.join(' ');
}

function isUnseen(element: Tree.Element): boolean {
  const isShown = element.tagName === 'svg' || !wordless.has(element.tagName);
  return !isShown || isHidden(attributesOf(element));
}

function enterInline(
  { tagName: tag, parentNode }: Tree.Element,
  attributes: Attributes,
  around: Scope,
  { builder, base, losses }: Walk,
): Entered {
  const mark = markWithin(tag, attributes, around.mark, base, losses);
  const isCredit =
    around.as === 'caption' && /credit|copyright|photographer/i.test(attributes['class'] ?? '');
  const as = isCredit ? 'credit' : tag === 'cite' && isQuoted(parentNode) ? 'cite' : around.as;
  const scope: Scope = { ...around, as, mark };
  // Readings above a word would run into it.
  if (tag === 'rt') {
    builder.words(' (', scope);
    return { scope, leave: () => builder.words(')', scope) };
  }
  if (tag === 'cite' && as !== 'cite') {
    return { scope: { ...scope, mark: openMark(mark, (children) => ({ type: 'em', children })) } };
  }
  return { scope };
}

/** A `cite` that is not in a line of its own words names who said a quotation. */
function isQuoted(parent: Tree.ParentNode | null): boolean {
  return (
    parent !== null &&
    isElement(parent) &&
    ['blockquote', 'footer', 'figure'].includes(parent.tagName)
  );
}
