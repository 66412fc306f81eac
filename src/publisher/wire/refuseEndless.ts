import { bodyTexts } from '../../model/words.ts';
import type { SourceBlock, WireResult } from './wireItem.ts';

/** Longest text of one story, in characters: some six long novels. */
const longest = 2_000_000;
/** Paragraphs, headings, lists and pictures of one story. */
const mostBlocks = 50_000;

/** What was read, without stories that no reader's device could open; these are refused by themselves. */
export function refuseEndless(result: WireResult): WireResult {
  const tooLong = new Map(
    result.items.flatMap(({ ref, body }) => {
      const size = sizeOf(body);
      return size === undefined ? [] : [[ref, size] as const];
    }),
  );
  if (tooLong.size === 0) return result;
  const refused = [...tooLong].map(([ref, message]) => ({
    ref,
    problems: [{ code: 'story-too-long', at: 'body', message, mend: 'cut the story into several' }],
  }));
  return {
    ...result,
    items: result.items.filter(({ ref }) => !tooLong.has(ref)),
    refused: [...result.refused, ...refused],
  };
}

/** In words, what a body has too much of; undefined when it may go out. */
function sizeOf(body: readonly SourceBlock[]): string | undefined {
  if (body.length > mostBlocks)
    return `expected at most ${mostBlocks} paragraphs in a story, got ${body.length}`;
  const length = bodyTexts(body).reduce((sum, text) => sum + text.length, 0);
  return length > longest
    ? `expected at most ${longest} characters in a story, got ${length}`
    : undefined;
}
