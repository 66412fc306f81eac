import type { Nodes, RootContent } from 'mdast';
import { isDropped } from './htmlTags.ts';
import { closeThemselves } from './openHtml.ts';
import { tagsIn, type TagIn } from './tagsIn.ts';

/** What is known of the end tags of a name from a node on. */
interface Ends {
  index: number;
  /** End tags from here on that no start tag of the name before them takes. */
  free: number;
}

/** Where in a text the HTML between its Markdown ends elements. Reads it once. */
export class EndTags {
  /** From the last node to the first. */
  readonly #byName = new Map<string, Ends[]>();

  constructor(nodes: readonly RootContent[]) {
    for (const [index, node] of [...nodes.entries()].toReversed()) {
      for (const { name, isEnd } of tagsOf(node).toReversed()) this.#add(index, name, isEnd);
    }
  }

  /**
   * Whether an element is ended behind a node. One that is hidden is, by any end tag of its name; of one that shows
   * something else, and of a paragraph, the next of its kind may be the one that ends there. What is said of a node is
   * forgotten: nodes are asked for in their order.
   */
  isBehind(name: string, index: number): boolean {
    const next = this.#next(name, index);
    return next !== undefined && (next.free > 0 || (!isDropped(name) && name !== 'p'));
  }

  /** How many end tags behind a node no start tag there takes. */
  freeBehind(name: string, index: number): number {
    return this.#next(name, index)?.free ?? 0;
  }

  #next(name: string, index: number): Ends | undefined {
    const ends = this.#byName.get(name);
    while ((ends?.at(-1)?.index ?? Infinity) <= index) ends?.pop();
    return ends?.at(-1);
  }

  #add(index: number, name: string, isEnd: boolean): void {
    const ends = this.#byName.get(name) ?? [];
    if (!isEnd && ends.length === 0) return;
    const free = (ends.at(-1)?.free ?? 0) + (isEnd ? 1 : -1);
    ends.push({ index, free: Math.max(0, free) });
    this.#byName.set(name, ends);
  }
}

function tagsOf(node: RootContent): TagIn[] {
  if (!['html', 'paragraph', 'heading'].includes(node.type)) return [];
  const html: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'html') html.push(closeThemselves(next.value));
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return html.flatMap(tagsIn);
}
