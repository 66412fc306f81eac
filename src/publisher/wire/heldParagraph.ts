import { isHidden } from './htmlTags.ts';
import { tagsIn, type TagIn } from './tagsIn.ts';

/**
 * A paragraph that hides what it holds, over blank lines. A browser ends it where the next block begins; who ends it
 * further down means it to hold what is between, so here its tags are counted, whatever stands inside them.
 */
export class HeldParagraph {
  /** Paragraphs that are open inside each other. */
  #open = 0;

  get isOpen(): boolean {
    return this.#open > 0;
  }

  /**
   * Begins at a hidden paragraph that a piece of HTML leaves open and what follows ends.
   * @param endsBehind end tags of paragraphs behind the piece that nothing there needs
   * @returns its start tag, undefined where there is none
   */
  begin(html: string, endsBehind: number): TagIn | undefined {
    let first: TagIn | undefined;
    let last: TagIn | undefined;
    let open = 0;
    for (const tag of tagsIn(html)) {
      if (tag.name !== 'p') continue;
      const isHeld = !tag.isEnd && isHidden(tag.attributes);
      last = isHeld ? tag : undefined;
      if (first === undefined) {
        if (!isHeld) continue;
        first = tag;
        open = 1;
      } else {
        open += tag.isEnd ? -1 : 1;
        if (open === 0) first = undefined;
      }
    }
    // With fewer ends than paragraphs each of them was ended by the next, as HTML has it.
    const start = open <= endsBehind ? first : last;
    if (start !== undefined && endsBehind > 0) this.#open = start === first ? open : 1;
    return this.isOpen ? start : undefined;
  }

  /** Begins behind so many start tags that were read elsewhere. */
  open(count: number): void {
    this.#open = count;
  }

  /** Ends it where fewer end tags are left than it needs: nothing may go for want of an end. */
  atMost(endsBehind: number): void {
    if (this.#open > endsBehind) this.#open = 0;
  }

  /** @returns offset behind its end tag in a piece of what it holds, undefined where that is not in it */
  read(html: string): number | undefined {
    for (const { name, isEnd, end } of tagsIn(html)) {
      if (name === 'p') this.#open += isEnd ? -1 : 1;
      if (!this.isOpen) return end;
    }
    return undefined;
  }
}
