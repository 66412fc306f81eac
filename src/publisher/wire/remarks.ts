import type { Place } from './finding.ts';

/** Something lost while Markdown became blocks. The place, where known, is that in the Markdown text. */
export interface Remark extends Partial<Place> {
  code:
    | 'dropped-html'
    | 'dropped-link'
    | 'dropped-picture'
    | 'picture-without-alt'
    | 'plain-words'
    | 'dropped-note'
    | 'template-mark';
  message: string;
  mend?: string;
}

/** Collects remarks; the same words are said once for a text, at their first place. */
export class Remarks {
  readonly list: Remark[] = [];
  readonly #said = new Set<string>();

  add(remark: Remark): void {
    const words = `${remark.code} ${remark.message}`;
    if (this.#said.has(words)) return;
    this.#said.add(words);
    this.list.push(remark);
  }
}
