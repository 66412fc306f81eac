import type { SourceFile } from '../wireItem.ts';
import { prefixOf, undeclaredPrefix } from './namespaces.ts';

/** What stands before the first element of a document. */
interface Prolog {
  /** Offset of the first element's tag; -1 when there is none. */
  root: number;
  /** Offset of a document type declaration that is not read. */
  refusedDoctype?: number;
}

/** Passes over white space, byte order marks, instructions, comments and one DOCTYPE without declarations of its own. */
export function readProlog(text: string): Prolog {
  let at = 0;
  let doctypes = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      doctypes += 1;
      const end = endOfDoctype(text, at);
      if (end === undefined || doctypes > 1) return { root: -1, refusedDoctype: at };
      at = end;
    } else break;
    if (at === -1) return { root: -1 };
  }
  return { root: /^<[^!?/\s]/.test(text.slice(at, at + 2)) ? at : -1 };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1;
  return at;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

// Undefined when it declares something, which is never read, or does not end.
function endOfDoctype(text: string, from: number): number | undefined {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[' || (char === '<' && at > from)) return undefined;
    else if (char === '>') return at + 1;
  }
  return undefined;
}

/** The first element of a document: its name under our own prefix, with and without. */
interface Root {
  name: string;
  local: string;
  /** The start of the document, for marks that tell versions apart. */
  tag: string;
  /** The document begins as XML only does. */
  isDeclared: boolean;
}

const roots = new WeakMap<SourceFile, { root: Root | undefined }>();

/** What the document is by its first element, found once for all formats that ask; undefined when it is no XML. */
export function rootOf(file: SourceFile, text: string): Root | undefined {
  const found = roots.get(file);
  if (found !== undefined) return found.root;
  const root = findRoot(text);
  roots.set(file, { root });
  return root;
}

function findRoot(text: string): Root | undefined {
  if (!/^[\s\ufeff]*</.test(text.slice(0, 4000))) return undefined;
  const isDeclared = /^[\s\ufeff]*<\?xml[\s?]/.test(text.slice(0, 4000));
  const { root, refusedDoctype } = readProlog(text);
  // A refused declaration still names its document, which says whose it is to refuse it.
  const named =
    refusedDoctype === undefined ? '' : text.slice(refusedDoctype, refusedDoctype + 200);
  const tag = root === -1 ? named : text.slice(root, root + 4000);
  const written = /^<(?:!doctype\s+)?([^\s<>/[]+)/i.exec(tag)?.[1];
  if (written === undefined) {
    return isDeclared ? { name: '', local: '', tag: '', isDeclared } : undefined;
  }
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon);
  const local = written.slice(colon + 1);
  const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const attributes = tag.slice(0, tag.indexOf('>') === -1 ? undefined : tag.indexOf('>'));
  const [, double, single] =
    new RegExp(`\\s${attribute.replace(/[^\w:-]/g, '\\$&')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
      attributes,
    ) ?? [];
  const address = double ?? single;
  const ours =
    address === undefined ? undeclaredPrefix(prefix) : (prefixOf(address) ?? `{${address}}`);
  return { name: ours === '' ? local : `${ours}:${local}`, local, tag: attributes, isDeclared };
}
