import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cleanName } from '../cleanText.ts';
import { field } from '../field.ts';
import { attributesOf, htmlWords, isElement } from '../htmlInlines.ts';
import { embedCard } from './embedCard.ts';
import type { Walk } from './foreignWalk.ts';
import { parseWebAddress } from './webLink.ts';

/**
 * Reads the cards that publishing systems make of links: Ghost's bookmarks become link cards, the Guardian's asides
 * related headlines. False when the element is none of these.
 */
export function readCard(element: Tree.Element, classes: string, walk: Walk): boolean {
  if (/(?:^|\s)kg-bookmark-card(?:\s|$)/.test(classes)) return readBookmark(element, walk);
  if (/(?:^|\s)element-rich-link(?:\s|$)/.test(classes)) return readRichLink(element, walk);
  return false;
}

function readBookmark(element: Tree.Element, { builder, base }: Walk): boolean {
  const words = (name: string): string => wordsOf(find(element, (one) => hasClass(one, name)));
  const link = find(element, ({ tagName }) => tagName === 'a');
  const href = link === undefined ? '' : (attributesOf(link)['href'] ?? '');
  const card = embedCard(href, words('kg-bookmark-title'), base);
  if (card === undefined) return false;
  const publisher = words('kg-bookmark-publisher');
  const author = words('kg-bookmark-author');
  const provider = [author, publisher || card.provider].filter((text) => text !== '').join(' · ');
  builder.emit({ ...card, ...field('provider', provider) });
  for (const text of [words('kg-bookmark-description'), wordsOf(find(element, isCaption))]) {
    if (text !== '') builder.emit({ type: 'note', children: [text] });
  }
  return true;
}

function readRichLink(element: Tree.Element, { related, base, losses }: Walk): boolean {
  const link = find(element, ({ tagName }) => tagName === 'a');
  const headline = wordsOf(link);
  if (link === undefined || headline === '') return false;
  const url = parseWebAddress(attributesOf(link)['href'] ?? '', base);
  related.push({ headline, ...field('url', url) });
  // `Related:` and the like; the list has a name of its own.
  const beside = wordsBeside(element, link);
  if (beside.trim() !== '') losses.element('label of a related headline', beside);
  return true;
}

const isCaption = ({ tagName }: Tree.Element): boolean => tagName === 'figcaption';

function hasClass(element: Tree.Element, name: string): boolean {
  return (attributesOf(element)['class'] ?? '').split(/\s+/).includes(name);
}

function wordsOf(element: Tree.Element | undefined): string {
  return element === undefined ? '' : cleanName(htmlWords(element.childNodes));
}

/** Words in an element, but for those of one element inside it. */
function wordsBeside(element: Tree.Element, without: Tree.Element): string {
  const texts: string[] = [];
  const waiting: Tree.ChildNode[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) texts.push(next.value);
    else if (isElement(next) && next !== without) {
      for (const child of next.childNodes) waiting.push(child);
    }
  }
  return texts.join(' ');
}

/** The first element inside another that passes, in reading order. */
export function find(
  inside: Tree.Element | Tree.Document,
  passes: (element: Tree.Element) => boolean,
): Tree.Element | undefined {
  const waiting: Tree.ChildNode[] = inside.childNodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) continue;
    if (passes(next)) return next;
    for (const child of next.childNodes.toReversed()) waiting.push(child);
  }
  return undefined;
}
