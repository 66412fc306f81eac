import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { calmMarkdown, lineLimit, markdownLimit } from './calmMarkdown.ts';
import type { Context } from './markdownInlines.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { Remarks } from './remarks.ts';
import { withoutNotes } from './withoutNotes.ts';

const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
/** Characters of HTML read in one Markdown text. */
const htmlLimit = 256 * 1024;

/** Markdown as a syntax tree, with what is needed to turn it into blocks. */
export function parseMarkdown(written: string): { root: Root; context: Context } {
  const remarks = new Remarks();
  const text = withoutNotes(written, remarks);
  const root = isOverLong(text) ? plainTree(text, remarks) : parse(text, remarks);
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

function isOverLong(text: string): boolean {
  return text.length > markdownLimit || text.split('\n', lineLimit + 1).length > lineLimit;
}

function parse(text: string, remarks: Remarks): Root {
  const paragraphs = plainMarkdown(text);
  if (paragraphs !== undefined) return { type: 'root', children: paragraphs };
  const calm = calmMarkdown(text);
  if (calm.isCalmed) {
    const message =
      'expected a text, got thousands of marks in one paragraph; only the words are kept';
    remarks.add({ code: 'plain-words', message, mend: 'put code between lines of ```' });
  }
  return fromMarkdown(calm.text, options);
}

function plainTree(text: string, remarks: Remarks): Root {
  const message = `expected Markdown of at most ${markdownLimit / 1024} KiB and ${lineLimit} lines, got more; only the words are kept`;
  remarks.add({ code: 'plain-words', message, mend: 'cut the text into several stories' });
  return {
    type: 'root',
    children: text.split(/\n[ \t]*\n/).map((value) => {
      const title = /^\s*# +([^\n]+)$/.exec(value)?.[1];
      if (title === undefined) return { type: 'paragraph', children: [{ type: 'text', value }] };
      return { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
    }),
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
