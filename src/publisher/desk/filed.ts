import type { Block } from '../../model/body.ts';
import { parseDocument } from '../../model/document.ts';
import { directionOf, parseLanguage } from '../../model/language.ts';
import type { Picture } from '../../model/picture.ts';
import { joinPath, type Parsed, type Problem } from '../../model/problem.ts';
import type { FullStory } from '../../model/story.ts';
import { orderOf } from '../../model/time.ts';
import type { Trail } from '../../model/trail.ts';
import { bodyTexts, readingMinutes, wordCount } from '../../model/words.ts';
import type { WireItem } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { parseByline } from './bylines.ts';
import { storyTime } from './dates.ts';
import { present } from './present.ts';
import { toTopics, type Sections } from './topics.ts';
import { toTrail } from './trails.ts';
import { unsealed } from './version.ts';

/** An item with its address, its pictures made into ours: ready to be laid out. */
export type EditedItem = Omit<WireItem, 'body' | 'picture'> & {
  slug: string;
  body: Block[];
  picture?: Picture;
};

/** A story with everything of its own; its related list, its next and its version come from its place in the edition. */
export interface Filed {
  item: EditedItem;
  story: FullStory;
  trail: Trail;
}

/**
 * Makes an item into a story. The story is read back by the parser that browsers use, so that a story no reader could
 * open is spiked here with its reason, and its fields stand in the order they have there.
 */
export function fileStory(item: EditedItem, config: Config, sections: Sections): Parsed<Filed> {
  const language = item.language ?? config.language;
  const problems = findUnusable(item, language);
  if (problems.length > 0) return { ok: false, problems };
  const words = bodyTexts(item.body).reduce((sum, text) => sum + wordCount(text, language), 0);
  const time = (at: string): FullStory['published'] =>
    storyTime(at, config.language, config.timeZone);
  const draft: FullStory = {
    schema: 'lede-story/1',
    slug: item.slug,
    version: unsealed,
    headline: item.headline,
    language,
    dir: directionOf(language),
    related: [],
    kind: 'story',
    ...present({
      kicker: item.kicker,
      standfirst: item.standfirst,
      label: item.label === undefined ? undefined : capitalised(item.label, language),
      byline: item.byline === undefined ? undefined : parseByline(item.byline),
      dateline: item.dateline,
      published: item.published === undefined ? undefined : time(item.published),
      updated: isUpdated(item) ? time(item.updated) : undefined,
      section: sections.find(item.section),
    }),
    topics: toTopics(item),
    ...present({ picture: item.picture }),
    body: item.body,
    words,
    minutes: words === 0 ? 0 : readingMinutes(words),
    corrections: newestCorrections(item).map(({ at, text }) => ({
      ...present({ at: at === undefined ? undefined : time(at) }),
      text,
    })),
    ...present({ source: sourceOf(item), rights: item.rights, disclosure: item.disclosure }),
  };
  const parsed = parseDocument(draft, ['lede-story']);
  if (!parsed.ok) return parsed;
  const story = parsed.value;
  if (story.kind !== 'story') throw new Error(`${item.ref} went in as a story and came back not`);
  return { ok: true, value: { item, story, trail: toTrail(story) }, warnings: [] };
}

/** What Intl would throw at, found before it is asked. */
function findUnusable(item: EditedItem, language: string): Problem[] {
  const times: [string, string | undefined][] = [
    ['published', item.published],
    ['updated', item.updated],
    ...item.corrections.map(({ at }, index): [string, string | undefined] => {
      return [joinPath('corrections', index, 'at'), at];
    }),
  ];
  const problems = times.flatMap(([at, time]): Problem[] => {
    if (time === undefined || !Number.isNaN(orderOf(time))) return [];
    return [{ code: 'invalid-document', at, message: `expected an ISO 8601 time, got "${time}"` }];
  });
  if (parseLanguage(language) === language) return problems;
  const message = `expected a language tag such as en-GB, got "${language}"`;
  return [...problems, { code: 'invalid-document', at: 'language', message }];
}

/** Sources often repeat the time of publishing as that of the update, which tells readers nothing. */
function isUpdated(item: EditedItem): item is EditedItem & { updated: string } {
  const { published, updated } = item;
  if (updated === undefined) return false;
  return published === undefined || orderOf(updated) > orderOf(published);
}

/** Labels are written `opinion` by hand and shown `Opinion`. */
function capitalised(label: string, language: string): string {
  const [first = ''] = label;
  return first.toLocaleUpperCase(language) + label.slice(first.length);
}

/** Newest first; those without a time last, as given. */
function newestCorrections({ corrections }: EditedItem): EditedItem['corrections'] {
  const order = ({ at }: { at?: string }): number => (at === undefined ? -Infinity : orderOf(at));
  return corrections.toSorted((one, other) => {
    const [older, newer] = [order(one), order(other)];
    return older === newer ? 0 : newer - older;
  });
}

/** Readers are led to the story itself where the source says its address, else to the publication. */
function sourceOf({ source, canonical }: EditedItem): FullStory['source'] {
  if (source === undefined) return undefined;
  return { name: source.name, ...present({ url: canonical ?? source.url }) };
}
