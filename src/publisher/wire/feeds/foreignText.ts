import type { Inline } from '../../../model/body.ts';
import { cleanWords } from '../cleanText.ts';
import { longestStory } from '../limits.ts';
import { tidyInlines } from '../tidyInlines.ts';
import type { SourceBlock } from '../wireItem.ts';
import type { ForeignBody } from './foreignHtml.ts';
import { Losses } from './losses.ts';

/** A line longer than this was broken by a program, not by the writer. Characters. */
const wrapWidth = 60;

/**
 * A foreign body in plain text as paragraphs: blank lines part them; without any, each line is one. Lines inside a
 * paragraph are joined when they are long, else (verse, addresses) kept as lines.
 */
export function foreignText(text: string): ForeignBody {
  const clean = cleanWords(text).trim();
  // It is refused as it is; taken apart it would cost many times its length.
  if (clean.length > longestStory)
    return { blocks: [whole(clean)], related: [], losses: new Losses() };
  const parts = /\n[ \t]*\n/.test(clean) ? clean.split(/\n(?:[ \t]*\n)+/) : clean.split('\n');
  const blocks = parts.flatMap((part): SourceBlock[] => {
    const lines = part.split('\n').map((line) => line.trim());
    const isWrapped = lines.slice(0, -1).some((line) => line.length > wrapWidth);
    const inlines = lines.flatMap((line, index): Inline[] => {
      if (index === 0) return [line];
      return isWrapped ? [' ', line] : [{ type: 'break' }, line];
    });
    const children = tidyInlines(inlines);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  });
  return { blocks, related: [], losses: new Losses() };
}

function whole(text: string): SourceBlock {
  return { type: 'paragraph', children: [text] };
}
