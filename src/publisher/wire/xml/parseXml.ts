import type { Problem } from '../../../model/problem.ts';
import { field } from '../field.ts';
import { doctype, type Fault } from './fault.ts';
import { elementOf } from './elementOf.ts';
import { mostItems, tooManyItems } from '../limits.ts';
import { declaredOn, type Namespaces } from './namespaces.ts';
import { findNextItem } from './nextItem.ts';
import { lineStarts, placeAt } from './place.ts';
import { readProlog } from './prolog.ts';
import { expandReferences, looseFaults, type LooseReferences } from './references.ts';
import { readAttributes, startOfTag } from './startTag.ts';
import type { XmlElement } from './xmlElement.ts';

/** Elements that may be open inside each other. */
const deepest = 200;
/** Elements and attributes in one document. */
const most = 300_000;

/** How a format's documents are built, so that what is whole in a broken one can be told from what is not. */
export interface Shape {
  /** Elements that are whole by themselves, by their names under our own prefixes. */
  items: ReadonlySet<string>;
  /** Whether an item, now whole, is but a part of others, as a picture is, and counts for none. */
  isPart?: (element: XmlElement) => boolean;
  /** Elements that hold items. */
  holders: ReadonlySet<string>;
  /** Prefix for names in no namespace; '' for none. */
  bare: string;
}

export type XmlReading =
  | {
      ok: true;
      root: XmlElement;
      warnings: Problem[];
      /** Why what comes behind a certain place was not read. */
      cut?: Problem;
    }
  | { ok: false; problem: Problem };

/**
 * Reads an XML document without recursion, in time that grows with its length. Nothing outside it is ever asked for,
 * and a document type declaration that declares something is refused. Where it is not well-formed, the item it happens
 * in is marked as broken and the next one read; a document that breaks off gives the items before.
 */
export function parseXml(text: string, shape: Shape): XmlReading {
  return new XmlParser(text, shape).read();
}

class XmlParser {
  readonly #text: string;
  readonly #shape: Shape;
  readonly #locals: ReadonlySet<string>;
  readonly #open: { element: XmlElement; written: string; namespaces: Namespaces | undefined }[] =
    [];
  readonly #warnings: Problem[] = [];
  #cut: Problem | undefined;
  readonly #loose: LooseReferences = {};
  #starts: readonly number[] | undefined;
  #root: XmlElement | undefined;
  #at = 0;
  #count = 0;
  #whole = 0;
  #items = 0;

  constructor(text: string, shape: Shape) {
    this.#text = text;
    this.#shape = shape;
    this.#locals = new Set([...shape.items].map((name) => name.slice(name.indexOf(':') + 1)));
  }

  read(): XmlReading {
    const { root, refusedDoctype } = readProlog(this.#text);
    if (refusedDoctype !== undefined)
      return { ok: false, problem: this.#toProblem(doctype(refusedDoctype)) };
    if (root === -1) {
      const message = 'expected an XML element, got none';
      return { ok: false, problem: this.#toProblem({ code: 'not-xml', offset: 0, message }) };
    }
    this.#at = root;
    while (this.#at < this.#text.length) {
      const fault =
        this.#open.length === 0 && this.#root !== undefined ? this.#readEnd() : this.#step();
      if (fault !== undefined && !this.#recover(fault)) {
        return { ok: false, problem: this.#toProblem(fault) };
      }
    }
    return this.#finish();
  }

  #step(): Fault | undefined {
    const text = this.#text;
    const at = text.indexOf('<', this.#at);
    if (at !== this.#at) this.#addText(at === -1 ? text.length : at);
    if (at === -1) return undefined;
    if (text.startsWith('<!--', at)) return this.#skipTo('-->', at + 4);
    if (text.startsWith('<?', at)) return this.#skipTo('?>', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end !== -1) this.#open.at(-1)?.element.children.push(text.slice(at + 9, end));
      return this.#skipTo(']]>', at);
    }
    if (/^<!(?:doctype|entity)/i.test(text.slice(at, at + 9))) return doctype(at);
    if (text.startsWith('</', at)) return this.#endTag(at);
    return this.#startTag(at);
  }

  #addText(end: number): void {
    const words = this.#text.slice(this.#at, end);
    this.#open.at(-1)?.element.children.push(expandReferences(words, this.#loose, this.#at));
    this.#at = end;
  }

  #skipTo(mark: string, from: number): undefined {
    const end = this.#text.indexOf(mark, from);
    this.#at = end === -1 ? this.#text.length : end + mark.length;
  }

  #endTag(at: number): Fault | undefined {
    const end = this.#text.indexOf('>', at);
    if (end === -1) {
      this.#at = this.#text.length;
      return undefined;
    }
    const written = this.#text.slice(at + 2, Math.min(end, at + 1000)).trim();
    const open = this.#open.at(-1);
    if (open?.written !== written) {
      const message = `expected </${open?.written ?? ''}>, got </${written.slice(0, 60)}>`;
      return { code: 'broken-xml', offset: at, message };
    }
    this.#at = end + 1;
    this.#open.pop();
    if (this.#shape.items.has(open.element.name)) {
      this.#whole += 1;
      if (this.#shape.isPart?.(open.element) === true) this.#items -= 1;
    }
    return undefined;
  }

  #startTag(at: number): Fault | undefined {
    const written = startOfTag(this.#text, at);
    if (written === undefined) {
      if (this.#text.indexOf('>', at) === -1) {
        this.#at = this.#text.length;
        return undefined;
      }
      const message = 'expected a tag after <, got other text';
      return {
        code: 'broken-xml',
        offset: at,
        message,
        mend: 'write &lt; for a < that begins no tag',
      };
    }
    const read = readAttributes(this.#text, at + 1 + written.length, this.#loose);
    if ('end' in read) {
      this.#at = this.#text.length;
      return undefined;
    }
    if ('fault' in read)
      return {
        code: 'broken-xml',
        offset: at,
        message: `${read.fault} in <${written.slice(0, 60)}>`,
      };
    this.#count += 1 + read.attributes.length;
    if (this.#count > most) {
      const message = `expected at most ${most} elements and attributes, got more`;
      return {
        code: 'too-large',
        offset: at,
        message,
        mend: 'cut the file into several',
        isFinal: true,
      };
    }
    if (this.#open.length >= deepest) {
      const message = `expected at most ${deepest} elements inside each other, got more`;
      return { code: 'too-deep', offset: at, message };
    }
    const around = this.#open.at(-1);
    const namespaces = declaredOn(read.attributes, around?.namespaces);
    const element = elementOf({
      written,
      attributes: read.attributes,
      namespaces,
      bare: this.#shape.bare,
      parent: around?.element,
      offset: at,
    });
    if (this.#shape.items.has(element.name)) {
      this.#items += 1;
      if (this.#items > mostItems) return { ...tooManyItems('more'), offset: at, isFinal: true };
    }
    around?.element.children.push(element);
    this.#root ??= element;
    this.#at = read.to;
    if (read.isEmpty) this.#whole += this.#shape.items.has(element.name) ? 1 : 0;
    else this.#open.push({ element, written, namespaces });
    return undefined;
  }

  /** Behind the root only comments may follow; what scripts of the host append is left out. */
  #readEnd(): Fault | undefined {
    const rest = this.#text
      .slice(this.#at)
      .replace(/^(?:[\s\ufeff\0]+|<!--[^]*?-->|<\?[^]*?\?>)+/, '');
    const offset = this.#text.length - rest.length;
    this.#at = this.#text.length;
    if (/<!(?:doctype|entity)/i.test(rest)) return doctype(offset);
    if (rest !== '') {
      const message = 'expected nothing after the last element, got other text, which is left out';
      this.#warnings.push(this.#toProblem({ code: 'text-after-end', offset, message }));
    }
    return undefined;
  }

  /** Goes on at the next item; false when nothing can be relied on. */
  #recover(fault: Fault): boolean {
    if (fault.code === 'xml-doctype' || !this.#shape.holders.has(this.#root?.name ?? ''))
      return false;
    const depth = this.#open.findIndex(({ element }) => !this.#shape.holders.has(element.name));
    const item = this.#open[depth]?.element;
    const next =
      fault.isFinal === true ? undefined : findNextItem(this.#text, fault.offset, this.#locals);
    const isItem = item !== undefined && this.#shape.items.has(item.name);
    if (isItem) {
      item.broken = this.#toProblem(fault);
      item.children = [];
    } else {
      // Without a single item there is nothing to show for it.
      if (next === undefined && this.#whole === 0) return false;
      if (fault.isFinal !== true) this.#warnings.push(this.#toProblem(fault));
    }
    if (fault.isFinal === true) this.#cut = this.#toProblem(fault);
    if (depth !== -1) this.#open.length = depth;
    if (next === undefined) this.#open.length = 0;
    this.#at = next ?? this.#text.length;
    return true;
  }

  #finish(): XmlReading {
    const root = this.#root;
    const cut =
      this.#open.find(({ element }) => !this.#shape.holders.has(element.name)) ?? this.#open.at(-1);
    if (root === undefined || cut !== undefined) {
      const offset = this.#text.length;
      const inside = cut === undefined ? 'a tag' : `<${cut.written.slice(0, 60)}>`;
      const message = `expected the whole document, got a part that ends inside ${inside}`;
      const fault = { code: 'truncated', offset, message, mend: 'fetch or save it again' };
      if (root === undefined || cut === undefined || this.#whole === 0) {
        return { ok: false, problem: this.#toProblem(fault) };
      }
      const { parent } = cut.element;
      if (parent !== undefined && !this.#shape.holders.has(cut.element.name)) {
        parent.children = parent.children.filter((child) => child !== cut.element);
      }
      this.#cut = this.#toProblem({
        ...fault,
        message: `${message}; what is whole before it is read`,
      });
    }
    const loose = looseFaults(this.#loose).map((fault) => this.#toProblem(fault));
    return { ok: true, root, warnings: [...this.#warnings, ...loose], ...field('cut', this.#cut) };
  }

  #toProblem({
    code,
    offset,
    message,
    mend,
  }: Omit<Fault, 'offset'> & { offset?: number }): Problem {
    this.#starts ??= lineStarts(this.#text);
    const place = offset === undefined ? {} : placeAt(this.#starts, offset);
    return { code, at: '', message, ...field('mend', mend), ...place };
  }
}
