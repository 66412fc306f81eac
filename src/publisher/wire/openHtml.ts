import { Parser, type DefaultTreeAdapterTypes as Tree, type DefaultTreeAdapterMap } from 'parse5';
import { attributesOf, isElement } from './htmlInlines.ts';
import { isDropped, isHidden } from './htmlTags.ts';
import { isEmptyElement } from './markdownInlines.ts';

/** The slash at the end of a value without quotes is the value's: `<a href=/moon/>`. */
const selfClosing = /<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)\/>(?<!=[^\s"'<>=]*\/>)/gi;
/** Elements that may be open inside each other: the parser's work grows with the square of the depth. */
const deepest = 100;

/**
 * The HTML of a Markdown text, which comes in pieces with Markdown between, read on as a browser would: what a piece
 * leaves open takes in what follows.
 */
export class OpenHtml {
  #parser = newParser();
  #written = 0;
  #unread: Tree.Element | undefined;
  /** Elements that have been looked at, so that each is only once. */
  #known = new Set<Tree.ParentNode>();

  /** The element that is open and hides or drops what it holds. */
  get unread(): Tree.Element | undefined {
    return this.#unread;
  }

  /** The unread element, if it was opened before the last characters that were read. */
  unreadBefore(characters: number): Tree.Element | undefined {
    const start = this.#unread?.sourceCodeLocation?.startOffset ?? Infinity;
    return start < this.#written - characters ? this.#unread : undefined;
  }

  /** @returns what of the piece stands behind the end of the unread element, the whole where none was open */
  read(html: string): string {
    const from = this.#written;
    const before = this.#unread;
    if (before !== undefined && this.#parser.openElements.stackTop > deepest) return '';
    this.#parser.tokenizer.write(html, false);
    this.#written += html.length;
    const items = this.#openElements();
    if (before !== undefined && items.includes(before)) return '';
    this.#unread = this.#findUnread();
    if (this.#unread === undefined && items.length > deepest) this.forget();
    if (before === undefined) return html;
    const end = before.sourceCodeLocation?.endOffset ?? this.#written;
    return html.slice(Math.max(0, end - from));
  }

  /** Takes all that is open as closed. */
  forget(): void {
    this.#parser = newParser();
    this.#written = 0;
    this.#unread = undefined;
    this.#known = new Set();
  }

  // Behind its top the parser's stack holds what has been closed.
  #openElements(): Tree.ParentNode[] {
    const { items, stackTop } = this.#parser.openElements;
    return items.slice(0, stackTop + 1);
  }

  #findUnread(): Tree.Element | undefined {
    let found: Tree.Element | undefined;
    for (const element of this.#openElements().toReversed()) {
      if (this.#known.has(element)) break;
      this.#known.add(element);
      if (!isElement(element)) continue;
      if (isDropped(element.tagName) || isHidden(attributesOf(element))) found = element;
    }
    return found;
  }
}

function newParser() {
  return Parser.getFragmentParser<DefaultTreeAdapterMap>(null, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
  });
}

/**
 * HTML in which an element that closes itself (`<div hidden />`) is closed. A browser takes it for open, and all that
 * follows for what it holds; nobody means that who writes it.
 */
export function closeThemselves(html: string): string {
  return html.replace(selfClosing, (whole, name: string, attributes: string) =>
    isEmptyElement(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
  );
}
