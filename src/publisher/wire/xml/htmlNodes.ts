import { defaultTreeAdapter, html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { setAddress, setLimit } from '../feeds/setAddress.ts';
import { parseWebLink } from '../feeds/webLink.ts';
import type { XmlElement, XmlNode } from './xmlElement.ts';

/** What an element is in HTML. */
export interface Html {
  tag: string;
  attributes?: Readonly<Record<string, string>>;
  /** In place of its own children. */
  children?: readonly XmlNode[];
}

/** Attributes that hold addresses relative to `xml:base`. */
const addresses = new Set(['href', 'src', 'cite', 'poster', 'data']);

/**
 * XML as the nodes that an HTML parser would have made of the same text, so that XHTML is kept exactly and nothing is
 * written out and parsed again. @param translate what other vocabularies' elements are in HTML; undefined: nothing
 */
export function htmlNodes(
  nodes: readonly XmlNode[],
  base: string | undefined,
  translate: (element: XmlElement) => Html | undefined = asXhtml,
): Tree.ChildNode[] {
  const top = defaultTreeAdapter.createDocumentFragment();
  const waiting: { node: XmlNode; into: Tree.ParentNode }[] = [];
  const push = (children: readonly XmlNode[], into: Tree.ParentNode): void => {
    for (const node of children.toReversed()) waiting.push({ node, into });
  };
  push(nodes, top);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, into } = next;
    if (typeof node === 'string') {
      defaultTreeAdapter.insertText(into, node);
      continue;
    }
    const translated = translate(node);
    if (translated === undefined) continue;
    const attributes = Object.entries(translated.attributes ?? xhtmlAttributes(node, base));
    const made = defaultTreeAdapter.createElement(
      translated.tag,
      html.NS.HTML,
      attributes.map(([name, value]) => ({ name, value })),
    );
    defaultTreeAdapter.appendChild(into, made);
    push(translated.children ?? node.children, made);
  }
  return top.childNodes;
}

/** XHTML is HTML by other rules of writing. */
function asXhtml(element: XmlElement): Html {
  return { tag: element.local.toLowerCase().slice(0, 100) };
}

/** Attributes under HTML's names, addresses absolute. */
export function xhtmlAttributes(
  element: XmlElement,
  base: string | undefined,
): Record<string, string> {
  const attributes: [string, string][] = [];
  for (const [name, value] of element.attributes) {
    if (name === 'xml:lang') attributes.push(['lang', value]);
    else if (name.includes(':') || name.startsWith('{')) continue;
    else if (name === 'srcset') attributes.push([name, absoluteSet(value, element.baseFrom(base))]);
    else if (addresses.has(name))
      attributes.push([name, parseWebLink(value, element.baseFrom(base)) ?? value]);
    else attributes.push([name.toLowerCase(), value]);
  }
  // The last of two with one name holds; a `lang` beside `xml:lang` says the same.
  return Object.fromEntries(attributes);
}

/** A `srcset` with its addresses absolute. */
function absoluteSet(set: string, base: string | undefined): string {
  if (base === undefined) return set;
  return set.slice(0, setLimit).replace(/\S+/g, (word) => {
    const address = setAddress(word);
    const absolute = address === '' ? undefined : parseWebLink(address, base);
    return absolute === undefined ? word : word.replace(address, () => absolute);
  });
}
