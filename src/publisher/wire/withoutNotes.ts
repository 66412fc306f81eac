import { behindNoComment, commentAt, isEscaped } from './commentAt.ts';
import { placesOfOffsets } from './lines.ts';
import { PercentNotes } from './percentNotes.ts';
import { Ranges, type Range } from './ranges.ts';
import type { Remarks } from './remarks.ts';
import { endsLikeSentence } from './sentences.ts';

/** What site generators and editors take out before anybody reads a text. */
interface Note {
  opening: RegExp;
  /** Undefined: the opening is all of it. */
  closing?: RegExp;
  /** What has no end goes to the end of the text: its writer never meant it to be read. */
  isOpenEnded?: boolean;
  /** It may stand for words, without which a sentence says something else: it stays, and the editor is told. */
  isKept?: boolean;
  what: 'a note for editors' | 'a mark of a site generator';
}

const notes: readonly Note[] = [
  {
    opening: /\{%-?[ \t]*comment[ \t]*-?%\}/y,
    closing: /\{%-?[ \t]*endcomment[ \t]*-?%\}/g,
    isOpenEnded: true,
    what: 'a note for editors',
  },
  {
    opening: /\{\{[<%][ \t]*comment[ \t]*[>%]\}\}/y,
    closing: /\{\{[<%][ \t]*\/[ \t]*comment[ \t]*[>%]\}\}/g,
    isOpenEnded: true,
    what: 'a note for editors',
  },
  { opening: /\{\{-?[ \t]*\/\*/y, closing: /\*\/[ \t]*-?\}\}/g, what: 'a note for editors' },
  { opening: /\{#[^{}]{0,5000}#\}/y, what: 'a note for editors' },
  {
    opening: /\{\{(?:<[^{}]{0,2000}>|%[^{}]{0,2000}%)\}\}/y,
    what: 'a mark of a site generator',
  },
  { opening: /\{%[^{}]{0,2000}%\}/y, what: 'a mark of a site generator' },
  { opening: /\{{2,3}[^{}]{1,500}\}{2,3}/y, isKept: true, what: 'a mark of a site generator' },
];

/** Characters before a mark in its line that are looked at; a hostile text has thousands of marks. */
const longestIndent = 100;
const start = /%{2,}|\{(?:[%#]|\{{1,2})|<!--/g;

export function mayHoldNotes(text: string): boolean {
  return /%%|\{[%#{]|<!--/.test(text);
}

/** What the parser makes of a text. */
export interface Parts {
  /** Where code is. */
  code: readonly Range[];
  /** Where HTML is, of which the comments are not read. */
  html: readonly Range[];
}

/**
 * A Markdown text without the comments of Liquid, Hugo, Jinja and Obsidian and without shortcodes, which are no words of
 * the story; code keeps them, and what a template would put in stays in its sentence. Comments of HTML go that Markdown
 * takes apart. Each keeps its line breaks, so that what follows has its line. Reads the text once.
 * @param parts where these are not known, nothing is taken for code or HTML
 */
export function withoutNotes(text: string, remarks: Remarks, parts?: Parts): string {
  if (!mayHoldNotes(text)) return text;
  const kept: string[] = [];
  const placeOf = placesOfOffsets(text);
  const findNote = noteFinder(text);
  const code = new Ranges(parts?.code ?? []);
  const html = new Ranges(parts?.html ?? []);
  let from = 0;
  const takeOut = (at: number, end: number): void => {
    kept.push(text.slice(from, at), lineStarts(text.slice(at, end)));
    from = end;
    start.lastIndex = end;
    code.cut(end);
    html.cut(end);
  };
  start.lastIndex = 0;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const at = match.index;
    const [mark] = match;
    const endOfCode = code.at(at)?.end;
    if (endOfCode !== undefined) {
      start.lastIndex = endOfCode;
      continue;
    }
    if (mark === '<!--') {
      if (isEscaped(text, at)) continue;
      const inside = html.at(at);
      const behind = inside === undefined ? undefined : behindNoComment(text, inside, at);
      if (behind !== undefined) {
        start.lastIndex = behind;
        continue;
      }
      const { end, fault } = commentAt(text, at);
      if (fault !== undefined) remarks.add({ ...fault, ...placeOf(at) });
      if (end <= (inside?.end ?? 0)) start.lastIndex = end;
      else takeOut(at, end);
      continue;
    }
    const note = findNote(at, mark);
    if (note === undefined) continue;
    const { end, what, mend } = note;
    const shown = JSON.stringify(text.slice(at, Math.min(note.lineEnd ?? end, at + 60)));
    if (mend !== undefined) {
      start.lastIndex = end;
      const message = `expected words, got ${what}, which readers see: ${shown}`;
      remarks.add({ code: 'template-mark', message, mend, ...placeOf(at) });
      continue;
    }
    const message = `expected words, got ${what}, which is left out: ${shown}`;
    remarks.add({ code: 'dropped-note', message, ...placeOf(at) });
    takeOut(at, end);
  }
  return [...kept, text.slice(from)].join('');
}

/** The line breaks of a note, with the marks of the quote that it is in. */
function lineStarts(note: string): string {
  return note.replace(/(\n {0,3}>[ >]*)|[^\n]+/g, (_, quote: string | undefined) => quote ?? '');
}

interface Found {
  /** Offset behind it. */
  end: number;
  /** Where its line ends, when it alone says nothing. */
  lineEnd?: number;
  what: string;
  /** It stays, and this is what its writer may do. */
  mend?: string;
}

function noteFinder(text: string): (at: number, mark: string) => Found | undefined {
  const missing = new Set<RegExp>();
  let percent: PercentNotes | undefined;
  return (at, mark) => {
    if (mark.startsWith('%')) {
      percent ??= new PercentNotes(text);
      const end = percent.endOf(at);
      if (end !== undefined) return { end, what: 'a note for editors' };
      const mend = 'write %% at both ends of a note, and one % for a percentage';
      const lineEnd = at + (text.slice(at, at + 60).split('\n', 1)[0] ?? '').length;
      return { end: percent.endOfMark(at), lineEnd, what: 'a mark of a note for editors', mend };
    }
    const note = notes.find(({ opening, closing }) => {
      opening.lastIndex = at;
      return (closing === undefined || !missing.has(closing)) && opening.test(text);
    });
    if (note === undefined) return undefined;
    const { opening, closing, what } = note;
    const end = opening.lastIndex;
    if (closing === undefined) {
      if (note.isKept !== true || isOfItsOwn(text, at, end)) return { end, what };
      const mend = 'write what it stands for, or put it between backticks when it is meant';
      return { end, what, mend };
    }
    closing.lastIndex = end;
    if (closing.test(text)) return { end: closing.lastIndex, what };
    if (note.isOpenEnded === true) return { end: text.length, what };
    missing.add(closing);
    return undefined;
  };
}

/** Whether a mark fills its line and no sentence goes on around it: it then stands for an advertisement or a form. */
function isOfItsOwn(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - longestIndent), at);
  const lineStart = at - before.length + before.lastIndexOf('\n') + 1;
  const [behind = '', below = ''] = text.slice(end).split('\n', 2);
  if (!/^ {0,3}$/.test(text.slice(lineStart, at)) || behind.trim() !== '') return false;
  const above =
    lineStart === 0 ? '' : text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1);
  return isBorder(above) || endsLikeSentence(above) || isBorder(below);
}

/** Whether a line is none of a sentence. */
function isBorder(line: string): boolean {
  return /^\s*(?:$|#|[=-]+\s*$|\{)|[}>]\s*$/.test(line);
}
