import type { Problem } from '../../model/problem.ts';
import { longestFields, longestStory, mostBlocks, mostCharacters, mostParts } from './limits.ts';
import type { SourceBlock, WireItem, WireResult } from './wireItem.ts';

/**
 * What was read, without stories that no reader's device could open, and without those by which a file holds more than
 * can be laid out in time; these are refused by themselves.
 */
export function refuseEndless(result: WireResult): WireResult {
  const tooMuch = new Map<string, Problem>();
  let parts = 0;
  let characters = 0;
  for (const item of result.items) {
    const { body, spares = [], ...fields } = item;
    const counted = countBlocks(body);
    const size = {
      blocks: counted.blocks + counted.cells + spares.length,
      text: sizeOf([body, spares]),
      beside: sizeOf(fields),
    };
    const problem = findTooMuch(fields, size);
    if (problem !== undefined) {
      tooMuch.set(item.ref, problem);
      continue;
    }
    parts += counted.blocks + spares.length + counted.cells / 10 + countNames(item);
    characters += size.text + size.beside;
    if (parts > mostParts) tooMuch.set(item.ref, tooFull(`${mostParts} paragraphs and names`));
    else if (characters > mostCharacters) {
      tooMuch.set(item.ref, tooFull(`${mostCharacters} characters`));
    }
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

function tooFull(limit: string): Problem {
  const message = `expected at most ${limit} in all stories of a file, got more`;
  return { code: 'too-much-in-file', at: '', message, mend: 'cut the file into several' };
}

function refusal(message: string): Problem {
  return { code: 'story-too-long', at: 'body', message, mend: 'cut the story into several' };
}

function findTooMuch(
  fields: Omit<WireItem, 'body' | 'spares'>,
  { blocks, text, beside }: { blocks: number; text: number; beside: number },
): Problem | undefined {
  if (blocks > mostBlocks) {
    return refusal(`expected at most ${mostBlocks} paragraphs in a story, got ${blocks}`);
  }
  if (text > longestStory) return tooLong(text);
  if (beside <= longestFields) return undefined;
  const sizes = Object.entries(fields).map(([name, value]) => ({ name, size: sizeOf(value) }));
  const [longest = { name: '', size: beside }] = sizes.toSorted(
    (one, other) => other.size - one.size,
  );
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

function countNames({ tags, people, places, related, corrections }: WireItem): number {
  return [tags, people, places, related, corrections].reduce((sum, { length }) => sum + length, 0);
}

function countBlocks(body: readonly SourceBlock[]): { blocks: number; cells: number } {
  let blocks = 0;
  let cells = 0;
  const waiting: (readonly SourceBlock[])[] = [body];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    blocks += next.length;
    for (const block of next) {
      if (block.type === 'quote') waiting.push(block.blocks);
      else if (block.type === 'list') for (const item of block.items) waiting.push(item);
      else if (block.type === 'gallery') blocks += block.pictures.length;
      else if (block.type === 'table') {
        for (const row of [...block.head, ...block.rows]) cells += row.length;
      }
    }
  }
  return { blocks, cells };
}
