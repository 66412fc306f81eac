import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cleanName } from '../cleanText.ts';
import { attributesOf, htmlWords, isElement } from '../htmlInlines.ts';
import { find } from './foreignCards.ts';

/** Containers compared when a page has many, such as its teasers. */
const mostCandidates = 60;
/** Names of what stands in a page's story without being part of it. */
const furnitureNames =
  /(?:^|[\s_-])(?:share|sharing|social|related|recommend(?:ed|ations?)?|newsletter|promo|advert(?:isement)?|ad-slot|comments?|breadcrumbs?|byline|meta|tags|cookie|paywall|sidebar|subscribe|sign-?up|most-read|author-bio|read-more|outbrain|taboola|skip-link)(?=$|[\s_-])/i;
const furnitureTags = new Set([
  'nav',
  'header',
  'form',
  'button',
  'h1',
  'dialog',
  'menu',
  'select',
  'textarea',
]);
/** Elements that hold words of a text: a time in one of them is told, not stamped on the page. */
const textTags = new Set([
  ...[
    'p',
    'li',
    'dt',
    'dd',
    'td',
    'th',
    'caption',
    'figcaption',
    'blockquote',
    'q',
    'cite',
    'summary',
  ],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'pre'],
]);
const furnitureRoles = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'form',
]);

/** The element of a page that holds its story: marked as the body, else the article with most text, else the main part. */
export function findStory(page: Tree.Document): Tree.Element | undefined {
  const marked = find(page, (element) =>
    /\barticleBody\b/.test(attributesOf(element)['itemprop'] ?? ''),
  );
  if (marked !== undefined) return marked;
  const articles = all(
    page,
    ({ tagName, attrs }) => tagName === 'article' || roleIs(attrs, 'article'),
  );
  const [longest] = articles
    .slice(0, mostCandidates)
    .map((element) => ({ element, length: proseLength(element) }))
    .toSorted((one, other) => other.length - one.length);
  if (longest !== undefined && longest.length > 0) return longest.element;
  return (
    find(page, ({ tagName, attrs }) => tagName === 'main' || roleIs(attrs, 'main')) ??
    find(page, ({ tagName }) => tagName === 'body')
  );
}

/** Tells what inside a story's element is no part of the story: menus, buttons, lists of other stories, its headline. */
export function furnitureIn(root: Tree.Element): (element: Tree.Element) => boolean {
  const whole = proseLength(root);
  return (element) => {
    const attributes = attributesOf(element);
    const { class: classes = '', id = '', role = '', itemprop = '' } = attributes;
    const { tagName: tag, parentNode } = element;
    if (furnitureTags.has(tag) || furnitureRoles.has(role)) return true;
    if (tag === 'aside' && !/pull-?quote/i.test(classes)) return true;
    if (tag === 'footer')
      return parentNode === null || !isElement(parentNode) || parentNode.tagName !== 'blockquote';
    if (/^(?:author|datePublished|dateModified|headline|keywords|publisher)$/.test(itemprop))
      return true;
    if (tag === 'time') return !isInText(element, root);
    // A wrapper may carry such a name and hold the whole story.
    return (
      furnitureNames.test(`${classes} ${id}`.slice(0, 500)) && proseLength(element) * 3 <= whole
    );
  };
}

/** Whether an element stands among words of a text, and not alone in the furniture around it. */
function isInText({ parentNode }: Tree.Element, root: Tree.Element): boolean {
  for (let at = parentNode; at !== null && isElement(at) && at !== root; at = at.parentNode) {
    if (textTags.has(at.tagName)) return true;
  }
  return false;
}

/** What a page says of itself in `meta` and `link`, by property or name; the first of each, and all of `article:tag`. */
export function metaOf(page: Tree.Document): {
  get(name: string): string | undefined;
  tags: string[];
} {
  const said = new Map<string, string>();
  const tags: string[] = [];
  for (const element of all(page, ({ tagName }) => tagName === 'meta' || tagName === 'link')) {
    const { property, name, itemprop, content, rel, href } = attributesOf(element);
    const key = (property ?? name ?? itemprop ?? (rel === undefined ? '' : `link:${rel}`))
      .trim()
      .toLowerCase();
    const value = (content ?? href ?? '').trim();
    if (key === '' || value === '') continue;
    if (key === 'article:tag') tags.push(value);
    if (!said.has(key)) said.set(key, value);
  }
  return { get: (name) => said.get(name), tags };
}

/** Words of the first element that passes, on one line. */
export function wordsOf(
  inside: Tree.Element | Tree.Document,
  passes: (element: Tree.Element) => boolean,
): string | undefined {
  const element = find(inside, passes);
  return element === undefined ? undefined : cleanName(htmlWords(element.childNodes)) || undefined;
}

function all(inside: Tree.Document, passes: (element: Tree.Element) => boolean): Tree.Element[] {
  const elements: Tree.Element[] = [];
  find(inside, (element) => {
    if (passes(element)) elements.push(element);
    return false;
  });
  return elements;
}

function roleIs(attrs: Tree.Element['attrs'], role: string): boolean {
  return attrs.some(({ name, value }) => name === 'role' && value === role);
}

/** Characters in paragraphs; menus and lists of links have none. */
function proseLength(element: Tree.Element): number {
  let length = 0;
  const waiting: { node: Tree.ChildNode; isProse: boolean }[] = [{ node: element, isProse: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, isProse } = next;
    if ('value' in node && isProse) length += node.value.trim().length;
    if (!isElement(node)) continue;
    const inProse = isProse || ['p', 'blockquote', 'li', 'pre', 'td'].includes(node.tagName);
    for (const child of node.childNodes) waiting.push({ node: child, isProse: inProse });
  }
  return length;
}
