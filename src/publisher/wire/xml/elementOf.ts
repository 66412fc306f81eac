import { canonicalName, type Namespaces } from './namespaces.ts';
import { XmlElement } from './xmlElement.ts';

interface Tag {
  /** Its name, with the prefix that the document has for it. */
  written: string;
  attributes: readonly (readonly [name: string, value: string])[];
  namespaces: Namespaces | undefined;
  /** Prefix for names in no namespace. */
  bare: string;
  parent: XmlElement | undefined;
  offset: number;
}

/** The element that a start tag opens, its names under our own prefixes; the first of two attributes of one name holds. */
export function elementOf({
  written,
  attributes,
  namespaces,
  bare,
  parent,
  offset,
}: Tag): XmlElement {
  // Most elements have none, and a document has a hundred thousand elements.
  const known = attributes.length === 0 ? undefined : new Map<string, string>();
  for (const [name, value] of attributes) {
    if (/^xmlns(?::|$)/.test(name)) continue;
    // Names of attributes without a prefix are in no namespace.
    const key = name.includes(':') ? canonicalName(name, namespaces, '').name : name;
    if (known?.has(key) === false) known.set(key, value);
  }
  const { name, local } = canonicalName(written, namespaces, bare);
  return new XmlElement({ name, local, attributes: known, parent, offset });
}
