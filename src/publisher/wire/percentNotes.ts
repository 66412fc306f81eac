/** Two per cent signs or more, between two of which editors write what readers are not to see: `%%check with Anna%%`. */
interface Mark {
  from: number;
  to: number;
  /** It is the first in its line, and the last. */
  isAtStart: boolean;
  isAtEnd: boolean;
  /** Words or their full stop stand right before it: no blank, and nothing that opens a bracket or quote. */
  touchesBefore: boolean;
  /** A character that is no blank stands right behind it. */
  touchesBehind: boolean;
  /** It is the first in its line, and the line above is blank. */
  beginsParagraph: boolean;
  /** A number stands before it, as in the slips `5%%` and `5 %%`. */
  isRate: boolean;
  /** A blank line stands between the mark before it and this one. */
  isApart: boolean;
}

/** Notes between per cent signs. What somebody may have meant to hold back is held back. */
export class PercentNotes {
  readonly #marks: readonly Mark[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#marks = marksOf(text);
    this.#places = new Map(this.#marks.map(({ from }, place) => [from, place]));
  }

  /** Offset behind the note that begins at an offset; undefined where none does. */
  endOf(from: number): number | undefined {
    const place = this.#places.get(from);
    const opening = place === undefined ? undefined : this.#marks[place];
    if (place === undefined || opening === undefined) return undefined;
    return (opening.isRate ? this.#besideNumber(opening, place) : this.#find(opening, place))?.to;
  }

  /** Offset behind the mark that begins at an offset. */
  endOfMark(from: number): number {
    return this.#marks[this.#places.get(from) ?? -1]?.to ?? from + 2;
  }

  /** Behind a number it is a note when its words touch both marks: `12 %%check with Anna%% people`. */
  #besideNumber({ to, touchesBehind }: Mark, place: number): Mark | undefined {
    const closing = this.#marks[place + 1];
    if (closing === undefined || closing.isApart) return undefined;
    if (!touchesBehind || !closing.touchesBefore) return undefined;
    const areRates = closing.isRate && /[),.;:!?/–—-]/.test(this.#text[to] ?? '');
    return areRates ? undefined : closing;
  }

  #find(opening: Mark, place: number): Mark | undefined {
    const isLone = opening.isAtStart && opening.isAtEnd;
    let rate: Mark | undefined;
    let isApart = false;
    for (let at = place + 1; at < this.#marks.length; at += 1) {
      const mark = this.#marks[at];
      if (mark === undefined) break;
      isApart ||= mark.isApart;
      // A note that begins a paragraph may hold more of them; a stray mark in a sentence may not.
      if ((isApart && !isLone && !opening.beginsParagraph) || this.#beginsNote(mark, at)) break;
      if (!isRateAmongWords(mark)) return mark;
      if (!isApart) rate ??= mark;
    }
    return rate;
  }

  /** Whether the next note begins here, so that an opening without an end does not take it for one. */
  #beginsNote(mark: Mark, place: number): boolean {
    const next = this.#marks[place + 1];
    if (next === undefined || !isLikeOpening(mark, this.#text)) return false;
    if (next.isApart && !mark.beginsParagraph) return false;
    return !isLikeOpening(next, this.#text) && !isRateAmongWords(next);
  }
}

function isRateAmongWords({ isRate, isAtEnd }: Mark): boolean {
  return isRate && !isAtEnd;
}

function isLikeOpening(mark: Mark, text: string): boolean {
  if (!mark.beginsParagraph) return !mark.touchesBefore && mark.touchesBehind;
  return !mark.isAtEnd || !isNextBlank(text, mark.to);
}

/** A line up to a mark that nothing but marks of Markdown stands before, of which a mark of an item is the second part. */
const lead = /(?:^|\n)[ \t>]*((?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]+)?$/;
const longestLead = 100;
/** What a word begins behind; a quotation mark closes in one language what it opens in another. */
const opened = /(?:^|[\s([{„])["'“”«»‘’]*$/;
/** The end of a note and the beginning of the next one are two marks: `%%one%%%%two%%`. */
const mark = /(?<=[^\s%\p{N}])%%(?=%%[^\s%])|%{2,}/gu;

function marksOf(text: string): Mark[] {
  let before = 0;
  return [...text.matchAll(mark)].map(({ 0: { length }, index: from }) => {
    const to = from + length;
    const line = text.slice(Math.max(0, from - longestLead), from);
    const led = lead.exec(from > longestLead ? `.${line}` : line);
    const start = from - (led?.[0].replace('\n', '').length ?? 0);
    const found: Mark = {
      from,
      to,
      isAtStart: led !== null,
      isAtEnd: isLineBlank(text, to),
      touchesBefore: !opened.test(line),
      touchesBehind: /\S/.test(text[to] ?? ' '),
      beginsParagraph: led !== null && (led[1] !== undefined || isBlankAbove(text, start)),
      isRate: led === null && /\p{N}[ \t]?$/u.test(line),
      isApart: /\n[ \t>]*\n/.test(text.slice(before, from)),
    };
    before = to;
    return found;
  });
}

/** Whether only blanks stand from an offset to the end of its line. */
function isLineBlank(text: string, from: number): boolean {
  let at = from;
  while (/[ \t>]/.test(text[at] ?? '')) at += 1;
  return at === text.length || text[at] === '\n';
}

function isNextBlank(text: string, from: number): boolean {
  const end = text.indexOf('\n', from);
  return end === -1 || isLineBlank(text, end + 1);
}

/** @param start offset of the line below */
function isBlankAbove(text: string, start: number): boolean {
  let at = start - 1;
  while (/[ \t>]/.test(text[at - 1] ?? '')) at -= 1;
  return at <= 0 || text[at - 1] === '\n';
}
