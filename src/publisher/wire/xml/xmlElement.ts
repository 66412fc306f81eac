import type { Problem } from '../../../model/problem.ts';
import { parseWebAddress } from '../feeds/webLink.ts';

export type XmlNode = XmlElement | string;

interface Made {
  /** Name under our own prefix for its namespace: `dc:creator`; plain where the format has no namespace. */
  name: string;
  /** Name without prefix. */
  local: string;
  attributes?: ReadonlyMap<string, string>;
  children?: XmlNode[];
  parent?: XmlElement | undefined;
  offset?: number;
}

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

  constructor({ name, local, attributes = new Map(), children = [], parent, offset = 0 }: Made) {
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
    const { elements } = this;
    return names.flatMap((name) => elements.filter((child) => child.name === name));
  }

  first(...names: readonly string[]): XmlElement | undefined {
    const { elements } = this;
    for (const name of names) {
      const found = elements.find((child) => child.name === name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Words of the first child of these names that has any, trimmed. */
  textOf(...names: readonly string[]): string | undefined {
    return this.all(...names)
      .map((child) => child.text)
      .find((text) => text !== '');
  }

  /** All words inside, in reading order, trimmed at the ends. */
  get text(): string {
    const words: string[] = [];
    const waiting: XmlNode[] = this.children.toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next === 'string') words.push(next);
      else for (const child of next.children.toReversed()) waiting.push(child);
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
    const values: string[] = [];
    for (let at: XmlElement | undefined = this; at !== undefined; at = at.parent) {
      const value = at.attribute(name);
      if (value !== undefined) values.push(value);
    }
    return values;
  }
}
