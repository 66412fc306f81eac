import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** What a program finds in the head of a page. */
export interface Head {
  /** Contents by `name` or `property`, in order. */
  metas: Map<string, string[]>;
  canonical: string[];
  /** Text of each `application/ld+json`. */
  linkedData: string[];
  /** Elements that have no place in a head, and so ended it. */
  strays: string[];
}

/** Reads a head as a browser's parser does. */
export function readHead(markup: string): Head {
  const head: Head = { metas: new Map(), canonical: [], linkedData: [], strays: [] };
  const page = parse(`<!doctype html><html><head>${markup}</head><body></body></html>`);
  const walk = (node: DefaultTreeAdapterTypes.ParentNode, place: string): void => {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      const attributes = new Map(child.attrs.map(({ name, value }) => [name, value]));
      const { tagName } = child;
      if (place === 'body') head.strays.push(tagName);
      if (tagName === 'meta') {
        const key = attributes.get('property') ?? attributes.get('name') ?? '';
        head.metas.set(key, [...(head.metas.get(key) ?? []), attributes.get('content') ?? '']);
      } else if (tagName === 'link' && attributes.get('rel') === 'canonical') {
        head.canonical.push(attributes.get('href') ?? '');
      } else if (tagName === 'script' && attributes.get('type') === 'application/ld+json') {
        head.linkedData.push(
          child.childNodes.map((text) => ('value' in text ? text.value : '')).join(''),
        );
      } else walk(child, tagName === 'html' ? '' : tagName);
    }
  };
  walk(page, '');
  return head;
}
