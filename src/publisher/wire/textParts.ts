import { headlineLimit } from './articleSchema.ts';
import { cleanLine, cleanName } from './cleanText.ts';
import { endsLikeSentence, headlineLength } from './sentences.ts';

/** A plain text taken apart; everything trimmed and on one line. */
export interface TextParts {
  headline?: string;
  paragraphs: string[];
  related: string[];
}

/** A line with words, and how many blank lines stand before it. */
interface Line {
  words: string;
  blanks: number;
}

/** Widest line of a text that was broken by hand or by a mail program, in characters. */
const wrapWidth = 100;

/**
 * Takes a plain text apart: a short first line without a full stop is the headline; the lines before the gap are
 * paragraphs; the run of lines after it that do not end like sentences are related headlines, in order. What follows
 * that run is text again.
 */
export function takeApart(text: string): TextParts {
  const lines = linesOf(text);
  const list = findList(lines);
  const story =
    list === undefined ? lines : lines.filter((_, index) => index < list.from || index >= list.to);
  const hasHeadline = startsWithHeadline(story);
  const [first] = story;
  return {
    ...(hasHeadline && first !== undefined ? { headline: cleanName(first.words) } : {}),
    paragraphs: paragraphsOf(hasHeadline ? story.slice(1) : story),
    related:
      list === undefined
        ? []
        : lines.slice(list.from, list.to).map(({ words }) => withoutBullet(words)),
  };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const line of text.split('\n')) {
    const words = cleanLine(line);
    if (words === '') {
      blanks += 1;
    } else {
      lines.push({ words, blanks });
      blanks = 0;
    }
  }
  return lines;
}

/**
 * The list of related headlines: it begins after a gap wider than those between paragraphs (or holds several lines in
 * a row) and stands at the end, or else before a closing line such as a copyright.
 */
function findList(lines: readonly Line[]): { from: number; to: number } | undefined {
  const isTitle = lines.map(
    ({ words }) => words.length <= headlineLimit && !endsLikeSentence(words),
  );
  const firstSentence = isTitle.indexOf(false);
  if (firstSentence === -1) return undefined;
  const separator = gapBetweenParagraphs(lines, isTitle);
  const lists: { from: number; to: number; gap: number }[] = [];
  let to = lines.length;
  // From the end, so that the end of each run is known; `to` is that of the run `index` lies in.
  for (let index = lines.length - 1; index > firstSentence; index -= 1) {
    if (isTitle[index] !== true) {
      to = index;
      continue;
    }
    const gap = lines[index]?.blanks ?? 0;
    const isRow = to - index > 1 && lines[index + 1]?.blanks === 0;
    if (gap > separator || (gap > 0 && isRow)) lists.push({ from: index, to, gap });
  }
  const atEnd = lists.filter((list) => list.to === lines.length);
  const inside = lists.filter(
    ({ from, to: end, gap }) => gap > Math.max(1, separator) || (gap > separator && end - from > 1),
  );
  const widest = (atEnd.length > 0 ? atEnd : inside).toSorted(
    (a, b) => b.gap - a.gap || a.from - b.from,
  );
  return widest[0];
}

/** The fewest blank lines between two lines that end like sentences; 0 where each line is a paragraph, 1 when unknown. */
function gapBetweenParagraphs(lines: readonly Line[], isTitle: readonly boolean[]): number {
  let fewest = Infinity;
  lines.forEach(({ blanks }, index) => {
    if (index > 0 && isTitle[index] === false && isTitle[index - 1] === false) {
      fewest = Math.min(fewest, blanks);
    }
  });
  return fewest === Infinity ? 1 : fewest;
}

function startsWithHeadline(story: readonly Line[]): boolean {
  const [first, second] = story;
  if (first === undefined || first.words.length > headlineLength || endsLikeSentence(first.words))
    return false;
  if (second === undefined || second.blanks > 0) return true;
  // In a text with broken lines the second goes on with the first one's sentence.
  return second.words.length > wrapWidth || endsLikeSentence(second.words);
}

function paragraphsOf(lines: readonly Line[]): string[] {
  const runs: string[][] = [];
  for (const { words, blanks } of lines) {
    if (blanks > 0 || runs.length === 0) runs.push([]);
    runs.at(-1)?.push(words);
  }
  return runs.flatMap((run) => (isWrapped(run) ? [run.join(' ')] : run));
}

// Lines of a broken paragraph are short, and some of them end in mid-sentence.
function isWrapped(run: readonly string[]): boolean {
  return (
    run.every((line) => line.length <= wrapWidth) &&
    run.slice(0, -1).some((line) => line.length > wrapWidth / 2 && !endsLikeSentence(line))
  );
}

function withoutBullet(line: string): string {
  return line.replace(/^[-*•·–—]\s+/, '');
}
