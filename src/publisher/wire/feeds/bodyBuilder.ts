import type { Cell, Inline } from '../../../model/body.ts';
import type { Direction } from '../../../model/language.ts';
import { field } from '../field.ts';
import type { SourceBlock } from '../wireItem.ts';
import { Line, type Mark } from './line.ts';

/** What words become where they stand. */
export type WordsAs = 'paragraph' | 'h2' | 'h3' | 'note' | 'caption' | 'credit' | 'cite';

export interface Spoken {
  language?: string;
  dir?: Direction;
}

/** What holds for the words of an element. */
export interface Scope {
  as: WordsAs;
  spoken: Spoken;
  mark: Mark | undefined;
}

/** Something that is open and takes blocks: a quotation, a list, an item, a table, a cell, a figure, the body. */
export interface Frame {
  kind: 'body' | 'quote' | 'list' | 'item' | 'table' | 'cell' | 'figure';
  blocks: SourceBlock[];
  items: SourceBlock[][];
  rows: Cell[][];
  captions: Inline[][];
  credits: Inline[][];
  cites: Inline[][];
}

/** Frames that may be open inside each other; deeper ones give their blocks to the one around them. */
const deepest = 16;

/** Takes words and pictures in reading order and makes blocks of them. */
export class BodyBuilder {
  readonly #frames: Frame[] = [newFrame('body')];
  readonly #line = new Line();
  #lineScope: Scope = { as: 'paragraph', spoken: {}, mark: undefined };
  /** Pictures found among words: they follow their paragraph. */
  #pictures: SourceBlock[] = [];
  #code: string | undefined;

  get frame(): Frame {
    return this.#frames.at(-1) ?? this.#frames[0] ?? newFrame('body');
  }

  get isInCode(): boolean {
    return this.#code !== undefined;
  }

  words(inline: string | { type: 'break' }, scope: Scope): void {
    if (this.#code !== undefined) {
      this.#code += typeof inline === 'string' ? inline : '\n';
      return;
    }
    const { as, spoken } = this.#lineScope;
    if (this.#line.isBlank) {
      if (typeof inline !== 'string' || inline.trim() === '') return;
      this.#lineScope = scope;
    } else if (as !== scope.as || spoken !== scope.spoken) {
      this.flush();
      this.words(inline, scope);
      return;
    }
    this.#line.add(inline, scope.mark);
  }

  picture(block: SourceBlock): void {
    if (this.#line.isBlank) this.emit(block);
    else this.#pictures.push(block);
  }

  emit(block: SourceBlock): void {
    this.frame.blocks.push(block);
  }

  /** One by one: a hostile page has more of them than a call can take as arguments. */
  emitAll(blocks: readonly SourceBlock[]): void {
    for (const block of blocks) this.emit(block);
  }

  /** Ends the paragraph that is being read. */
  flush(): void {
    const { as, spoken } = this.#lineScope;
    for (const children of this.#line.take()) this.#place(as, children, spoken);
    const pictures = this.#pictures;
    this.#pictures = [];
    this.emitAll(pictures);
  }

  #place(as: WordsAs, children: Inline[], spoken: Spoken): void {
    const holder = (kinds: readonly Frame['kind'][]): Frame | undefined =>
      this.#frames.findLast(({ kind }) => kinds.includes(kind));
    switch (as) {
      case 'h2':
      case 'h3':
        return this.emit({ type: 'heading', level: as === 'h2' ? 2 : 3, children, ...spoken });
      case 'note':
        return this.emit({ type: 'note', children, ...spoken });
      case 'caption':
      case 'credit': {
        const figure = holder(['figure', 'table']);
        if (figure === undefined) return this.emit({ type: 'note', children, ...spoken });
        (as === 'caption' ? figure.captions : figure.credits).push(children);
        return undefined;
      }
      case 'cite': {
        const quote = holder(['quote', 'figure']);
        if (quote === undefined) return this.emit({ type: 'paragraph', children, ...spoken });
        quote.cites.push(children);
        return undefined;
      }
      case 'paragraph':
        return this.emit({ type: 'paragraph', children, ...spoken });
    }
  }

  /** Opens a frame; what is returned closes it and hands it over. Undefined when frames are too deep already. */
  open(kind: Frame['kind']): (() => Frame) | undefined {
    this.flush();
    if (this.#frames.length > deepest) return undefined;
    const frame = newFrame(kind);
    this.#frames.push(frame);
    return () => {
      this.flush();
      while (this.#frames.length > 1 && this.#frames.pop() !== frame);
      return frame;
    };
  }

  openCode(): void {
    this.flush();
    this.#code = '';
  }

  closeCode(codeLanguage: string | undefined): void {
    const text = (this.#code ?? '').replace(/^\n+/, '').trimEnd();
    this.#code = undefined;
    if (text !== '') this.emit({ type: 'code', text, ...field('codeLanguage', codeLanguage) });
  }

  finish(): SourceBlock[] {
    this.flush();
    return this.#frames[0]?.blocks ?? [];
  }
}

function newFrame(kind: Frame['kind']): Frame {
  return { kind, blocks: [], items: [], rows: [], captions: [], credits: [], cites: [] };
}
