import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { calmMarkdown, lineLimit, markdownLimit } from './calmMarkdown.ts';
import type { Context } from './markdownInlines.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { rangesOf } from './ranges.ts';
import { Remarks, type Remark } from './remarks.ts';
import { mayHoldNotes, withoutNotes, type Parts } from './withoutNotes.ts';

const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
/** Characters of HTML read in one Markdown text. */
const htmlLimit = 256 * 1024;
/** Characters and lines of a text that may be parsed once more, to know what of it is code. */
const [codeLimit, codeLines] = [40_000, 2000];

/** Markdown as a syntax tree, with what is needed to turn it into blocks. */
export function parseMarkdown(written: string): { root: Root; context: Context } {
  const remarks = new Remarks();
  // Only the parser knows what is code: a fence ends with its quote, and code among words with its item or cell.
  const isParsed = mayHoldNotes(written) && !isLonger(written, codeLimit, codeLines);
  const first = isParsed ? parse(written) : undefined;
  const isWhole = first !== undefined && first.lost === undefined;
  const parts = isWhole ? partsOf(first.root, written) : undefined;
  const text = withoutNotes(written, remarks, parts);
  const { root, lost } = first !== undefined && text === written ? first : parse(text);
  if (lost !== undefined) remarks.add(lost);
  return {
    root,
    context: {
      definitions: definitionsOf(root),
      footnotes: new Map(),
      remarks,
      htmlLeft: htmlLimit,
    },
  };
}

function partsOf(root: Root, text: string): Parts {
  return {
    code: rangesOf(root, (node) => isMeantAsCode(node, text)),
    html: rangesOf(root, ({ type }) => type === 'html'),
  };
}

/** An indented line may be a paragraph, and behind a fence without an end the story goes on. */
function isMeantAsCode({ type, position }: Nodes, text: string): boolean {
  if (type !== 'code') return type === 'inlineCode';
  const code = text.slice(position?.start.offset, position?.end.offset);
  const lastLine = code.slice(code.lastIndexOf('\n'));
  return /^[`~]/.test(code) && /^\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(lastLine);
}

function isLonger(text: string, length: number, lines: number): boolean {
  return text.length > length || text.split('\n', lines + 1).length > lines;
}

interface Parsed {
  root: Root;
  /** What of the marks is not read; places in the tree are then none in the text. */
  lost?: Remark;
}

function parse(text: string): Parsed {
  if (isLonger(text, markdownLimit, lineLimit)) return plainTree(text);
  const paragraphs = plainMarkdown(text);
  if (paragraphs !== undefined) return { root: { type: 'root', children: paragraphs } };
  const calm = calmMarkdown(text);
  const root = fromMarkdown(calm.text, options);
  if (!calm.isCalmed) return { root };
  const message =
    'expected a text, got thousands of marks in one paragraph; only the words are kept';
  return { root, lost: { code: 'plain-words', message, mend: 'put code between lines of ```' } };
}

function plainTree(text: string): Parsed {
  const message = `expected Markdown of at most ${markdownLimit / 1024} KiB and ${lineLimit} lines, got more; only the words are kept`;
  const children = text.split(/\n[ \t]*\n/).map((value): RootContent => {
    const title = /^\s*# +([^ \n][^\n]*)$/.exec(value)?.[1];
    if (title === undefined) return { type: 'paragraph', children: [{ type: 'text', value }] };
    return { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
  });
  return {
    root: { type: 'root', children },
    lost: { code: 'plain-words', message, mend: 'cut the text into several stories' },
  };
}

// The first definition of a name holds (CommonMark 0.31 §4.7).
function definitionsOf(root: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  const waiting: Nodes[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'definition' && !definitions.has(next.identifier)) {
      definitions.set(next.identifier, next.url);
    }
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return definitions;
}
