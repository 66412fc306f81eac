import type { Block } from '../../model/body.ts';
import type { Picture } from '../../model/picture.ts';
import type { FullStory } from '../../model/story.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import { plainText } from '../../model/words.ts';
import { cutText } from './cutText.ts';
import { present } from './present.ts';

const summaryLimit = 240;
const openingLimit = 260;

/** A full story as a line in a list. */
export function toTrail(story: FullStory): Trail {
  const { slug, kind, headline, language, dir, kicker, label, section, published, updated } = story;
  const summary = story.standfirst ?? paragraphs(story.body, 1)[0];
  return {
    slug,
    kind,
    headline,
    language,
    dir,
    ...present({
      kicker,
      summary: summary === undefined ? undefined : cutText(summary, summaryLimit),
      label,
      section,
      byline: story.byline?.text,
      published,
      updated,
      minutes: story.minutes > 0 ? story.minutes : undefined,
      picture: story.picture && wordless(story.picture),
    }),
  };
}

/** A picture as a line in a list shows it: the words below it and whose it is stand with the story. */
function wordless({ alt, width, height, avif, jpeg }: Picture): Picture {
  return { alt, width, height, avif, jpeg };
}

/**
 * A headline of a related list: what such a list shows and no more. The list stands on every story, in its data and in
 * its page, and changes only when what is shown of the other story does.
 */
export function toRelatedLine(trail: RelatedTrail): RelatedTrail {
  const { slug, kind, headline, language, dir, label, reason } = trail;
  return { slug, kind, headline, language, dir, ...present({ label, reason }) };
}

/** The first two paragraphs of a story as plain text, for the lead. */
export function openingOf(story: FullStory): string[] {
  return paragraphs(story.body, 2).map((text) => cutText(text, openingLimit));
}

function paragraphs(body: readonly Block[], count: number): string[] {
  const texts: string[] = [];
  for (const block of body) {
    if (texts.length === count) break;
    if (block.type !== 'paragraph') continue;
    const text = plainText(block.children).replace(/\s+/g, ' ').trim();
    if (text !== '') texts.push(text);
  }
  return texts;
}
