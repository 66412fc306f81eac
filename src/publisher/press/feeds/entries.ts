import { absoluteAddress, authorAddress, storyAddress } from '../../../model/address.ts';
import type { Site } from '../../../model/edition.ts';
import type { FullStory } from '../../../model/story.ts';
import { toTrail } from '../../desk/trails.ts';
import { cleanName } from '../../wire/cleanText.ts';
import { fullText } from './fullText.ts';

/** Stories in a feed. However large the archive is, a feed stays as long as this. */
export const feedLength = 50;

/** Bytes of full texts in a feed. Aggregators stop reading at 2 MB, and escaping adds to the text. */
const textLimit = 1_500_000;

/** A story as feeds know it, whatever their format. Texts are plain; only `text` is XHTML. */
export interface Entry {
  story: FullStory;
  /** Where it stands, and what it is known by: the address never changes. */
  address: string;
  title: string;
  summary?: string;
  /** XHTML; absent when the feed is full. */
  text?: string;
  authors: { name: string; address?: string }[];
  tags: string[];
}

/** The entries of a feed. @param stories full ones in the order of the edition */
export function toEntries(stories: readonly FullStory[], site: Site, url: string): Entry[] {
  let bytes = 0;
  return stories.slice(0, feedLength).map((story) => {
    const text = fullText(story, site, url).toString();
    const size = Buffer.byteLength(text);
    const fits = bytes + size <= textLimit;
    if (fits) bytes += size;
    const { summary } = toTrail(story);
    return {
      story,
      address: absoluteAddress(url, storyAddress(story.slug)),
      title: cleanName(story.headline),
      ...(summary === undefined ? {} : { summary: cleanName(summary) }),
      ...(fits && text !== '' ? { text } : {}),
      authors: authorsOf(story, url),
      tags: tagsOf(story),
    };
  });
}

function authorsOf({ byline }: FullStory, url: string): Entry['authors'] {
  if (byline === undefined) return [];
  if (byline.authors.length === 0) return [{ name: cleanName(byline.text) }];
  return byline.authors.map(({ slug, name }) => ({
    name: cleanName(name),
    address: absoluteAddress(url, authorAddress(slug)),
  }));
}

/** What kind of piece it is comes first: a reader of the feed must not take an advertisement for news. */
function tagsOf({ label, section, topics }: FullStory): string[] {
  const names = [label, section?.name, ...topics.map(({ name }) => name)];
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [cleanName(name)])))];
}
