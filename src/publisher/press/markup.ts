/**
 * Text that is markup already. Only the functions below make it, so whatever else is put into markup is a string, and
 * a string is always escaped: no text of a source can break out.
 */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type Child = string | Markup | undefined;
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Everything but the characters XML 1.0 allows (production 2, Char): controls, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const special = /[&<>\r]/g;
const specialInAttribute = /[&<>"\t\n\r]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn these into spaces or line feeds.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any of these, or a half of a surrogate pair, may be such a character: most texts have none. */
const doubtful = /[^\u0020-\uD7FF\uE000-\uFFFD]|[&<>"]/;

const escaped = (text: string, characters: RegExp): string =>
  doubtful.test(text)
    ? text.replace(forbidden, '').replace(characters, (character) => references[character] ?? '')
    : text;

/** Elements of HTML, and of feeds, that never have content; prefixed ones close themselves too. */
const empty = new Set(['br', 'hr', 'img', 'meta', 'link', 'col', 'category']);

/** An element, well-formed as XML and as HTML alike. Undefined attributes and children are left out. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value), specialInAttribute)}"`)
    .join('');
  const content = contentOf(children);
  if (content === '' && (empty.has(name) || name.includes(':'))) {
    return new Markup(`<${name}${written}/>`);
  }
  return new Markup(`<${name}${written}>${content}</${name}>`);
}

/** Several pieces as one. */
export function fragment(children: readonly Child[]): Markup {
  return new Markup(contentOf(children));
}

/** Several pieces, each on its own line. */
export function lines(children: readonly Child[]): Markup {
  const present = children.filter((child) => child !== undefined);
  return fragment(present.flatMap((child) => ['\n', child]).concat('\n'));
}

/** A whole XML document. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.toString()}\n`;
}

/** A whole HTML page. */
export function htmlDocument(root: Markup): string {
  return `<!doctype html>\n${root.toString()}\n`;
}

/** A stylesheet inside a page. @param css our own: it is not escaped, since a style element knows no escapes */
export function styleSheet(css: string): Markup {
  return new Markup(`<style>${css}</style>`);
}

/** Data inside a page, never run. Its `<` are written as escapes of JSON, so that no text can end the element. */
export function dataScript(type: string, value: unknown): Markup {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="${type}">${text}</script>`);
}

function contentOf(children: readonly Child[]): string {
  return children
    .map((child) =>
      typeof child === 'string' ? escaped(child, special) : (child ?? '').toString(),
    )
    .join('');
}
