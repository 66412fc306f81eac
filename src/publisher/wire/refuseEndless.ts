import type { Problem } from '../../model/problem.ts';
import { longestFields, longestStory, mostBlocks } from './limits.ts';
import type { SourceBlock, WireItem, WireResult } from './wireItem.ts';

/** What was read, without stories that no reader's device could open; these are refused by themselves. */
export function refuseEndless(result: WireResult): WireResult {
  const tooMuch = new Map<string, Problem>();
  for (const item of result.items) {
    const problem = findTooMuch(item);
    if (problem !== undefined) tooMuch.set(item.ref, problem);
  }
  if (tooMuch.size === 0) return result;
  const refused = [...tooMuch].map(([ref, problem]) => ({ ref, problems: [problem] }));
  return {
    ...result,
    items: result.items.filter(({ ref }) => !tooMuch.has(ref)),
    refused: [...result.refused, ...refused],
  };
}

/** Why a text of so many characters does not go out. */
export function tooLong(length: number): Problem {
  return refusal(`expected at most ${longestStory} characters in a story, got ${length}`);
}

function refusal(message: string): Problem {
  return { code: 'story-too-long', at: 'body', message, mend: 'cut the story into several' };
}

function findTooMuch({ body, ...fields }: WireItem): Problem | undefined {
  const blocks = countBlocks(body);
  if (blocks > mostBlocks) {
    return refusal(`expected at most ${mostBlocks} paragraphs in a story, got ${blocks}`);
  }
  const length = sizeOf(body);
  if (length > longestStory) return tooLong(length);
  const sizes = Object.entries(fields).map(([name, value]) => ({ name, size: sizeOf(value) }));
  const size = sizes.reduce((sum, one) => sum + one.size, 0);
  if (size <= longestFields) return undefined;
  const [longest = { name: '', size }] = sizes.toSorted((one, other) => other.size - one.size);
  const message = `expected at most ${longestFields} characters beside the text of a story, got ${longest.size} in this field alone`;
  return { code: 'story-too-long', at: longest.name, message, mend: 'write less here' };
}

/** Characters of all texts in a value, but for the kinds of its blocks. */
function sizeOf(value: unknown): number {
  let size = 0;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') size += next.length;
    else if (next !== null && typeof next === 'object') {
      for (const [name, inner] of Object.entries(next)) if (name !== 'type') waiting.push(inner);
    }
  }
  return size;
}

function countBlocks(blocks: readonly SourceBlock[]): number {
  let count = 0;
  const waiting: (readonly SourceBlock[])[] = [blocks];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += next.length;
    for (const block of next) {
      if (block.type === 'quote') waiting.push(block.blocks);
      else if (block.type === 'list') for (const item of block.items) waiting.push(item);
      else if (block.type === 'gallery') count += block.pictures.length;
      else if (block.type === 'table') {
        for (const row of [...block.head, ...block.rows]) count += row.length;
      }
    }
  }
  return count;
}
