import { placesOfOffsets } from './lines.ts';
import type { Remarks } from './remarks.ts';

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
    opening: /(?<=^[ \t]{0,100})%%(?=[ \t]{0,100}$)/my,
    closing: /(?<=^[ \t]{0,100})%%(?=[ \t]{0,100}$)/gm,
    what: 'a note for editors',
  },
  // In a paragraph it ends there. `5%%` and `5 %%` are slips of a percentage.
  {
    opening: /(?<![\p{N}%]|\p{N}[ \t])%%(?!%)(?:(?!%%|\n[ \t]*\n)[^]){1,2000}%%/uy,
    what: 'a note for editors',
  },
  {
    opening: /\{\{(?:<[^{}]{0,2000}>|%[^{}]{0,2000}%)\}\}/y,
    what: 'a mark of a site generator',
  },
  { opening: /\{%[^{}]{0,2000}%\}/y, what: 'a mark of a site generator' },
  // As a paragraph of its own it stands for an advertisement or a form; further in it is code.
  {
    opening:
      /(?<=(?:^|\n[ \t]{0,100}\n) {0,3})\{{2,3}[^{}]{1,500}\}{2,3}(?=[ \t]{0,100}(?:\n[ \t]{0,100}\n|\n?$))/y,
    what: 'a mark of a site generator',
  },
  { opening: /\{{2,3}[^{}]{1,500}\}{2,3}/y, isKept: true, what: 'a mark of a site generator' },
];

/** Characters before a fence in its line, and of code among words; a hostile text has thousands of marks. */
const [longestIndent, longestCode] = [100, 1000];
const start = /`+|~{3,}|%%|\{(?:[%#]|\{{1,2})/g;

/**
 * A Markdown text without the comments of Liquid, Hugo, Jinja and Obsidian and without shortcodes, which are no words of
 * the story; code keeps them, and what a template would put in stays in its sentence. Each keeps its line breaks, so
 * that what follows has its line. Reads the text once.
 */
export function withoutNotes(text: string, remarks: Remarks): string {
  if (!/%%|\{[%#{]/.test(text)) return text;
  const kept: string[] = [];
  let placeOf: ReturnType<typeof placesOfOffsets> | undefined;
  let from = 0;
  const missing = new Set<RegExp>();
  start.lastIndex = 0;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const at = match.index;
    const [mark] = match;
    if (/^[`~]/.test(mark)) {
      start.lastIndex = endOfCode(text, at, mark);
      continue;
    }
    const note = notes.find(({ opening, closing }) => {
      opening.lastIndex = at;
      return (closing === undefined || !missing.has(closing)) && opening.test(text);
    });
    if (note === undefined) continue;
    let end = note.opening.lastIndex;
    if (note.closing !== undefined) {
      note.closing.lastIndex = end;
      if (note.closing.test(text)) end = note.closing.lastIndex;
      else if (note.isOpenEnded === true) end = text.length;
      else {
        missing.add(note.closing);
        continue;
      }
    }
    placeOf ??= placesOfOffsets(text);
    const shown = JSON.stringify(text.slice(at, Math.min(end, at + 60)));
    if (note.isKept === true) {
      const message = `expected words, got ${note.what}, which readers see: ${shown}`;
      const mend = 'write what it stands for, or put it between backticks when it is meant';
      remarks.add({ code: 'template-mark', message, mend, ...placeOf(at) });
      start.lastIndex = end;
      continue;
    }
    const message = `expected words, got ${note.what}, which is left out: ${shown}`;
    remarks.add({ code: 'dropped-note', message, ...placeOf(at) });
    kept.push(text.slice(from, at), text.slice(at, end).replace(/[^\n]+/g, ''));
    from = end;
    start.lastIndex = end;
  }
  return [...kept, text.slice(from)].join('');
}

/** Offset behind code that begins with a mark; just behind the mark when it begins none. */
function endOfCode(text: string, at: number, mark: string): number {
  const behind = at + mark.length;
  const before = text.slice(Math.max(0, at - longestIndent), at);
  const line =
    at > longestIndent && !before.includes('\n') ? 'long' : before.replace(/^[^]*\n/, '');
  if (mark.length >= 3 && /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)?$/.test(line)) {
    const closing = new RegExp(`^[\\s>]*\\${mark[0]}{${mark.length},}[ \\t]*$`, 'gm');
    closing.lastIndex = behind;
    return closing.test(text) ? closing.lastIndex : text.length;
  }
  if (mark.startsWith('~')) return behind;
  // Code in a line ends in its paragraph.
  const rest = text.slice(behind, behind + longestCode).replace(/\n[ \t]*\n[^]*/, '');
  const closing = new RegExp(`(?<!\`)\`{${mark.length}}(?!\`)`).exec(rest);
  return closing === null ? behind : behind + closing.index + mark.length;
}
