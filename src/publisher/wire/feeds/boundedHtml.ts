import {
  defaultTreeAdapter,
  parse,
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { endOfTag, nameAt } from './htmlWords.ts';

/** Longest HTML of one story that is read as such, in characters; the words of a longer one are kept. */
const longest = 1024 * 1024;
/** A whole saved page brings its scripts and styles along. */
const longestPage = 8 * 1024 * 1024;
/** Elements that may be open inside each other; the parser's work grows with the square of this. */
const deepest = 500;
/** Characters of one tag outside quotes: each attribute is compared with all before it. */
const longestTag = 8192;
/** Elements in a tree. */
const mostElements = 200_000;
/**
 * Elements that a parser may add to the tags of all texts of one file: it closes and opens formatting again, which can
 * multiply small texts, and a file holds thousands of these.
 */
const mostAdded = 200_000;
/** Elements that it may add to each, such as the rows of a table, whatever came before in its file. */
const alwaysAdded = 50;

let addedLeft = mostAdded;

/** Reads a file with a measure of its own for what the parser adds to its texts. */
export function withinFile<Result>(read: () => Result): Result {
  addedLeft = mostAdded;
  return read();
}

class TooManyElements extends Error {}

/** The top nodes of an HTML text, or undefined when it is built so that reading it would take too long. */
export function parseBody(html: string): Tree.ChildNode[] | undefined {
  if (html.length > longest || !isCalm(html)) return undefined;
  return bounded(
    html,
    (treeAdapter) => parseFragment(html, { scriptingEnabled: false, treeAdapter }).childNodes,
  );
}

/** The same for a whole page. */
export function parsePage(html: string): Tree.Document | undefined {
  if (html.length > longestPage || !isCalm(html)) return undefined;
  return bounded(html, (treeAdapter) => parse(html, { scriptingEnabled: false, treeAdapter }));
}

function bounded<Result>(
  html: string,
  read: (treeAdapter: typeof defaultTreeAdapter) => Result,
): Result | undefined {
  const tags = countTags(html);
  const most = Math.min(mostElements, tags + Math.max(addedLeft, alwaysAdded));
  let left = most;
  const counting: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      left -= 1;
      if (left < 0) throw new TooManyElements();
      return defaultTreeAdapter.createElement(...given);
    },
  };
  try {
    return read(counting);
  } catch (error) {
    if (error instanceof TooManyElements) return undefined;
    throw error;
  } finally {
    addedLeft = Math.max(0, addedLeft - Math.max(0, most - left - tags));
  }
}

function countTags(html: string): number {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1;
  return tags;
}

/** Elements that HTML closes by itself, or that never hold anything. */
const selfClosing =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|br|hr|img|wbr|col|input|source|meta|link|embed|param|track|area|base)$/;

// An over-estimate of the depth: an end tag only counts for an element of its own name.
function isCalm(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const { name, isEnd } = nameAt(html, at);
    if (name === '') continue;
    const end = endOfTag(html, at);
    if (end === -1) return html.length - at <= longestTag;
    if (end - at > longestTag && bareLength(html.slice(at, end)) > longestTag) return false;
    at = end - 1;
    if (selfClosing.test(name)) continue;
    const count = open.get(name) ?? 0;
    if (isEnd && count === 0) continue;
    open.set(name, isEnd ? count - 1 : count + 1);
    depth += isEnd ? -1 : 1;
    if (depth > deepest) return false;
  }
  return true;
}

function bareLength(tag: string): number {
  return tag.replace(/"[^"]*"|'[^']*'/g, '').length;
}
