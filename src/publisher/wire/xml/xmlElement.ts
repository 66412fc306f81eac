import type { Problem } from '../../../model/problem.ts';
import { isLine } from '../feeds/htmlWords.ts';
import { parseWebAddress } from '../feeds/webLink.ts';
import { isHidden } from '../htmlTags.ts';

export type XmlNode = XmlElement | string;

interface Made {
  /** Name under our own prefix for its namespace: `dc:creator`; plain where the format has no namespace. */
  name: string;
  /** Name without prefix. */
  local: string;
  attributes?: ReadonlyMap<string, string> | undefined;
  children?: XmlNode[];
  parent?: XmlElement | undefined;
  offset?: number;
}

const noAttributes: ReadonlyMap<string, string> = new Map();
/** Most items have few of the names that are asked for. */
const none: readonly XmlElement[] = [];

/** An element of an XML document. Attributes go by the same kind of name as elements: `type`, `xml:lang`. */
export class XmlElement {
  readonly name: string;
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: XmlElement | undefined;
  /** Where its tag starts in the text. */
  readonly offset: number;
  children: XmlNode[];
  /** Why nothing in here can be relied on. */
  broken: Problem | undefined;
  /** Made at the first question, when the document has been read. */
  #byName: ReadonlyMap<string, readonly XmlElement[]> | undefined;

  constructor({ name, local, attributes = noAttributes, children = [], parent, offset = 0 }: Made) {
    this.name = name;
    this.local = local;
    this.attributes = attributes;
    this.children = children;
    this.parent = parent;
    this.offset = offset;
  }

  /** An attribute that says something, trimmed. */
  attribute(name: string): string | undefined {
    return this.attributes.get(name)?.trim() || undefined;
  }

  get elements(): XmlElement[] {
    return this.children.filter((child) => child instanceof XmlElement);
  }

  /** Children of these names, in the order of the names. */
  all(...names: readonly string[]): XmlElement[] {
    const index = this.#index();
    const found: XmlElement[] = [];
    for (const name of names) for (const one of index.get(name) ?? none) found.push(one);
    return found;
  }

  first(...names: readonly string[]): XmlElement | undefined {
    const index = this.#index();
    for (const name of names) {
      const [found] = index.get(name) ?? [];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  // Formats ask for some sixty names, and a hostile item has half a million children.
  #index(): ReadonlyMap<string, readonly XmlElement[]> {
    if (this.#byName !== undefined) return this.#byName;
    const index = new Map<string, XmlElement[]>();
    for (const child of this.children) {
      if (typeof child === 'string') continue;
      const same = index.get(child.name);
      if (same === undefined) index.set(child.name, [child]);
      else same.push(child);
    }
    this.#byName = index;
    return index;
  }

  /** Words of the first child of these names that has any, trimmed. */
  textOf(...names: readonly string[]): string | undefined {
    const index = this.#index();
    for (const name of names) {
      for (const { text } of index.get(name) ?? none) if (text !== '') return text;
    }
    return undefined;
  }

  /** All words inside that readers may see, in reading order, trimmed at the ends; code in markup between them is none. */
  get text(): string {
    if (isUnseen(this)) return '';
    const [only] = this.children;
    if (this.children.length === 1 && typeof only === 'string') return only.trim();
    const words: string[] = [];
    const waiting: XmlNode[] = this.children.toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next === 'string') words.push(next);
      else if (!isUnseen(next)) {
        // What stands on a line of its own is set off from what stands around it.
        const edge = isLine(next.local) ? ['\n'] : [];
        waiting.push(...edge);
        for (const child of next.children.toReversed()) waiting.push(child);
        waiting.push(...edge);
      }
    }
    return words.join('').trim();
  }

  /** Elements inside at any depth that pass, in reading order. */
  findAll(passes: (element: XmlElement) => boolean): XmlElement[] {
    const found: XmlElement[] = [];
    const waiting = this.elements.toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (passes(next)) found.push(next);
      for (const child of next.elements.toReversed()) waiting.push(child);
    }
    return found;
  }

  /** The language that holds here: `xml:lang` of this element or the nearest around it. */
  get language(): string | undefined {
    return this.#around('xml:lang')[0];
  }

  /** The address that links in here are relative to, by `xml:base`, which may itself be relative to `address`. */
  baseFrom(address: string | undefined): string | undefined {
    return this.#around('xml:base').reduceRight<string | undefined>(
      (base, written) => parseWebAddress(written, base) ?? base,
      address,
    );
  }

  #around(name: string): string[] {
    const own = this.attribute(name);
    const values = own === undefined ? [] : [own];
    for (let at = this.parent; at !== undefined; at = at.parent) {
      const value = at.attribute(name);
      if (value !== undefined) values.push(value);
    }
    return values;
  }
}

function isUnseen({ name, attributes }: XmlElement): boolean {
  if (/^(?:xhtml:)?(?:script|style)$/i.test(name)) return true;
  return (
    (attributes.has('hidden') || attributes.has('style')) &&
    isHidden(Object.fromEntries(attributes))
  );
}
