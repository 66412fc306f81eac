import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cleanWords } from '../cleanText.ts';
import { attributesOf, isElement } from '../htmlInlines.ts';
import type { RelatedRef, SourceBlock } from '../wireItem.ts';
import { BodyBuilder, type Scope } from './bodyBuilder.ts';
import { parseBody } from './boundedHtml.ts';
import { closeEarly } from './closeEarly.ts';
import { enterElement } from './foreignElements.ts';
import type { Surroundings, Walk } from './foreignWalk.ts';
import { htmlWords } from './htmlWords.ts';
import { Losses } from './losses.ts';

/** A foreign body as blocks. */
export interface ForeignBody {
  blocks: SourceBlock[];
  /** Headlines that the body itself names as related. */
  related: RelatedRef[];
  losses: Losses;
}

/**
 * Foreign HTML as blocks, against an allow-list. Words are kept whatever they stand in; what goes is counted.
 * Bounded: HTML of more than a megabyte or nested hundreds deep keeps its words only.
 */
export function foreignHtml(html: string, surroundings: Surroundings = {}): ForeignBody {
  const closed = closeEarly(html);
  const nodes = parseBody(closed);
  if (nodes !== undefined) return foreignNodes(nodes, surroundings);
  const losses = new Losses();
  losses.wordsOnly();
  return { blocks: paragraphsOf(htmlWords(closed)), related: [], losses };
}

/** Words as paragraphs, one a line. */
export function paragraphsOf(words: string): SourceBlock[] {
  return cleanWords(words)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', children: [line] }));
}

/** The same for nodes of a page that has been parsed. Walks without recursion. */
export function foreignNodes(
  nodes: readonly Tree.ChildNode[],
  surroundings: Surroundings = {},
): ForeignBody {
  const walk: Walk = {
    builder: new BodyBuilder(),
    losses: new Losses(),
    related: [],
    ...surroundings,
  };
  const root: Scope = { as: 'paragraph', spoken: {}, mark: undefined };
  const waiting: ({ node: Tree.ChildNode; scope: Scope } | (() => void))[] = [];
  const push = (children: readonly Tree.ChildNode[], scope: Scope): void => {
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index];
      if (node !== undefined) waiting.push({ node, scope });
    }
  };
  push(nodes, root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    const { node, scope } = next;
    if ('value' in node) walk.builder.words(cleanWords(node.value), scope);
    if (!isElement(node)) continue;
    const entered = enterElement(node, attributesOf(node), scope, walk);
    if (entered === undefined) continue;
    if (entered.leave !== undefined) waiting.push(entered.leave);
    push(node.childNodes, entered.scope);
  }
  return { blocks: walk.builder.finish(), related: walk.related, losses: walk.losses };
}
