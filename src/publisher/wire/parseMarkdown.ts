import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { calmMarkdown, markdownLimit } from './calmMarkdown.ts';
import type { Context } from './markdownInlines.ts';
import { Remarks } from './remarks.ts';

/** Characters of HTML read in one Markdown text. */
const htmlLimit = 256 * 1024;

/** Markdown as a syntax tree, with what is needed to turn it into blocks. */
export function parseMarkdown(text: string): { root: Root; context: Context } {
  const remarks = new Remarks();
  const root = text.length > markdownLimit ? undefined : parse(text, remarks);
  if (root === undefined) {
    const message = `expected at most ${markdownLimit / 1024} KiB of Markdown, got ${Math.ceil(text.length / 1024)}; only the words are kept`;
    remarks.add({ code: 'plain-words', message, mend: 'cut the text into several stories' });
  }
  const tree = root ?? plainTree(text);
  return {
    root: tree,
    context: {
      definitions: definitionsOf(tree),
      footnotes: new Map(),
      remarks,
      htmlLeft: htmlLimit,
    },
  };
}

function parse(text: string, remarks: Remarks): Root {
  const calm = calmMarkdown(text);
  if (calm.isCalmed) {
    const message =
      'expected a text, got thousands of marks in one paragraph; only the words are kept';
    remarks.add({ code: 'plain-words', message, mend: 'put code between lines of ```' });
  }
  return fromMarkdown(calm.text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

function plainTree(text: string): Root {
  return {
    type: 'root',
    children: text
      .split(/\n[ \t]*\n/)
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
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
