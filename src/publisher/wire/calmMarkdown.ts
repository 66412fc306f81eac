/** Longest Markdown text read as such, in characters; about 80,000 words. */
export const markdownLimit = 512 * 1024;
/** Most lines of a Markdown text read as such; lists and tables cost more than their length. */
export const lineLimit = 10_000;
/** Characters of markup one paragraph may hold: the parser's time grows with their square. */
const markupLimit = 2000;
/** Quotes and lists that may open on one line: the parser recurses over them, and the stack is not endless. */
const nestingLimit = 50;
/** The same on all lines together, four blanks being as much as a mark: lists in lists cost more than their lines. */
const nestingsLimit = 8000;

/** Columns of a table; the parser keeps several objects for each cell. */
const columnLimit = 200;

const markup = /[[\]*_~!]/g;

/**
 * Markdown that any parser can read in bounded time, with the same lines. A paragraph of thousands of brackets or
 * stars (none written by a person) loses them and keeps its words; escaping them costs as much as reading them.
 */
export function calmMarkdown(text: string): { text: string; isCalmed: boolean } {
  let isCalmed = false;
  let fence = '';
  let count = 0;
  let nestings = 0;
  let run: string[] = [];
  const out: string[] = [];
  const endRun = (): void => {
    const isWild = count > markupLimit;
    isCalmed ||= isWild;
    for (const line of run) out.push(isWild ? line.replace(markup, '') : line);
    run = [];
    count = 0;
  };
  for (const raw of text.split('\n')) {
    if (fence !== '') {
      out.push(raw);
      if (closes(raw, fence)) fence = '';
      continue;
    }
    const opening = openingOf(raw);
    nestings += opening.weight;
    const isDeep = opening.markers > nestingLimit || nestings > nestingsLimit;
    const line = withoutWideRow(isDeep ? raw.slice(opening.length) : raw);
    isCalmed ||= line !== raw;
    // A blank line, a list item and a code block begin a paragraph of their own.
    if (line.trim() === '' || /^ {0,3}[-+*][ \t]/.test(line)) endRun();
    fence = /^ {0,3}(`{3,}|~{3,}(?!~))[^`]*$/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      endRun();
      out.push(line);
      continue;
    }
    run.push(line);
    count += line.match(markup)?.length ?? 0;
  }
  endRun();
  return { text: out.join('\n'), isCalmed };
}

function closes(line: string, fence: string): boolean {
  const marks = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return marks.length >= fence.length && marks[0] === fence[0];
}

/** What of a line opens quotes and lists, or goes on with them. */
function openingOf(line: string): { length: number; markers: number; weight: number } {
  const opening = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/.exec(line)?.[0] ?? '';
  const markers = opening.match(/[>+*-]|\d+[.)]/g)?.length ?? 0;
  const blanks = opening.match(/[ \t]/g)?.length ?? 0;
  return { length: opening.length, markers, weight: markers + Math.floor(blanks / 4) };
}

function withoutWideRow(line: string): string {
  return line.split('|', columnLimit + 2).length > columnLimit + 1
    ? line.replaceAll('|', ' ')
    : line;
}
