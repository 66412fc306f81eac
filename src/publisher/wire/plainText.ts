import { parseLink } from '../../model/link.ts';
import { slugFrom } from '../../model/slug.ts';
import { cleanLine, cleanName, cleanText } from './cleanText.ts';
import { deriveHeadline } from './derivedHeadline.ts';
import { field } from './field.ts';
import { longestStory } from './limits.ts';
import { fileStem } from './fileStem.ts';
import { tooLong } from './refuseEndless.ts';
import { takeApart } from './textParts.ts';
import type { Notice, RelatedRef, WireFormat } from './wireItem.ts';

/** A story as plain text: its paragraphs, a gap, then a list of related headlines. */
export const plainText = {
  name: 'plain text',
  recognise: () => 0.1,
  read(file, text) {
    const ref = file.name;
    // Known before the text is taken apart, which costs many times its length.
    if (text.length > longestStory) {
      return { items: [], refused: [{ ref, problems: [tooLong(text.length)] }], warnings: [] };
    }
    const { headline, paragraphs, related } = takeApart(cleanText(text));
    const warnings: Notice[] = [];
    const [lede = ''] = paragraphs;
    const shown = headline ?? deriveHeadline(lede);
    if (shown === '') {
      const message = 'expected a story, got no words';
      const problem = {
        code: 'missing-headline',
        at: '',
        message,
        mend: 'write a headline, then the text',
      };
      return { items: [], refused: [{ ref, problems: [problem] }], warnings: [] };
    }
    if (headline === undefined) {
      const message = `expected a headline as a short first line without a full stop, got none; derived from the first sentence: "${shown}"`;
      const mend = 'put a headline of your own on the first line';
      warnings.push({
        ref,
        problem: { code: 'derived-headline', at: 'headline', message, mend, line: 1, column: 1 },
      });
    }
    if (paragraphs.length === 0) {
      const message = 'expected a body, got nothing; the story is a headline only';
      warnings.push({
        ref,
        problem: {
          code: 'no-body',
          at: 'body',
          message,
          mend: 'write the text below the headline',
        },
      });
    }
    const item = {
      ref,
      file: file.name,
      id: ref,
      ...field('fileSlug', slugFrom(fileStem(file.name)) || undefined),
      headline: shown,
      tags: [],
      people: [],
      places: [],
      body: paragraphs.map((words) => ({ type: 'paragraph' as const, children: [words] })),
      related: related.map(toRelated),
      corrections: [],
      draft: false,
    };
    return { items: [item], refused: [], warnings };
  },
} as const satisfies WireFormat;

// A line may end in the address where its story can be read.
function toRelated(line: string): RelatedRef {
  const match = /^(.+?)\s+<?(https?:\/\/[^\s>]+)>?$/i.exec(cleanLine(line));
  const url = parseLink(match?.[2] ?? '');
  if (match === null || url === undefined) return { headline: cleanName(line) };
  return { headline: cleanName(match[1] ?? ''), url };
}
