import type { Block } from '../../model/body.ts';
import { parseDocument } from '../../model/document.ts';
import { directionOf, parseLanguage } from '../../model/language.ts';
import type { Picture } from '../../model/picture.ts';
import { joinPath, type Parsed, type Problem } from '../../model/problem.ts';
import type { FullStory } from '../../model/story.ts';
import { isInstant, orderOf } from '../../model/time.ts';
import type { Named } from '../../model/trail.ts';
import { bodyTexts, readingMinutes, wordCount } from '../../model/words.ts';
import type { WireItem } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { parseByline } from './bylines.ts';
import { storyTime } from './dates.ts';
import { markOf } from './mark.ts';
import { toNamed } from './names.ts';
import { present } from './present.ts';
import { toTopics } from './topics.ts';
import { toRelatedLine, toTrail } from './trails.ts';
import { hashOf, seal, unsealed } from './version.ts';

/** An item whose pictures were made into ours. */
export type EditedItem = Omit<WireItem, 'body' | 'picture' | 'spares'> & {
  body: Block[];
  picture?: Picture;
};

/**
 * A story as its source alone makes it. Its address, its section's spelling, its related list, its next and its version
 * come from its place in an edition.
 */
export interface Copy {
  /** The document with `placeless` for a slug, an empty related list, and the section as the source spells it. */
  draft: FullStory;
  /** The draft as JSON. */
  text: string;
  facts: Facts;
}

/** What an edition has to know of a story's copy to lay it out without reading it. */
export interface Facts {
  /** 16 hex of the draft. */
  own: string;
  /** Its line in lists, with the draft's slug and section, as JSON: most runs need few of them. */
  trail: string;
  /** Stands for that line. */
  line: number;
  /** Stands for what of it a related list shows. */
  short: number;
  language: string;
  /** As its source spells it. */
  section?: Named;
  /** Calendar day of publishing in the edition's time zone; absent when it is not known. */
  day?: string;
  /** When it last changed, ISO 8601 with offset; absent when it is not known so exactly. */
  changed?: string;
  /** Slug and name of each by turns, a line each: an archive holds a hundred thousand of these lists. */
  topics: string;
  /** The same. */
  authors: string;
  /** It has no body, so it leads no front. */
  isEmpty: boolean;
  /** Files under media/ that it shows. */
  media: string[];
}

/** Stands for the slug while a story has none. */
const placeless = 'placeless';

/**
 * Makes an item into a story. The story is read back by the parser that browsers use, so that a story no reader could
 * open is spiked here with its reason, and its fields stand in the order they have there.
 */
export function toCopy(item: EditedItem, config: Config): Parsed<Copy> {
  const language = item.language ?? config.language;
  const problems = findUnusable(item, language);
  if (problems.length > 0) return { ok: false, problems };
  const time = (at: string): FullStory['published'] =>
    storyTime(at, config.language, config.timeZone);
  const draft: FullStory = {
    schema: 'lede-story/1',
    slug: placeless,
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
      byline: item.byline === undefined ? undefined : parseByline(item.byline, item.authors),
      dateline: item.dateline,
      published: item.published === undefined ? undefined : time(item.published),
      updated: isUpdated(item) ? time(item.updated) : undefined,
      section: item.section === undefined ? undefined : toNamed(item.section, 't'),
    }),
    topics: toTopics(item),
    ...present({ picture: item.picture }),
    body: item.body,
    ...lengthOf(item.body, language),
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
  return { ok: true, value: copyOf(story), warnings: [] };
}

/**
 * The draft of a story that is out, taken back from its document.
 * @returns undefined when it is of another draft
 */
export function fromStory(
  story: FullStory,
  { own, section }: Pick<Facts, 'own' | 'section'>,
): FullStory | undefined {
  const draft = { ...withoutPlace(story), ...present({ section }) };
  return hashOf(JSON.stringify(draft), 16) === own ? draft : undefined;
}

/**
 * The copy of a story that is out, from its document alone: its section is spelled as the edition had it.
 * @returns undefined when the document is not the one that its version was made from
 */
export function copyFromStory(story: FullStory): Copy | undefined {
  if (seal(story).version !== story.version) return undefined;
  return copyOf(withoutPlace(story));
}

/** The same copy with another body, and with another picture or none. */
export function changeBody(
  { draft }: Copy,
  { body, picture }: Pick<FullStory, 'body' | 'picture'>,
): Copy {
  const changed = { ...draft, body, ...lengthOf(body, draft.language) };
  if (picture === undefined) delete changed.picture;
  else changed.picture = picture;
  return copyOf(changed);
}

function copyOf(draft: FullStory): Copy {
  const text = JSON.stringify(draft);
  return { draft, text, facts: factsOf(draft, text) };
}

function lengthOf(body: readonly Block[], language: string): Pick<FullStory, 'words' | 'minutes'> {
  const words = bodyTexts(body).reduce((sum, text) => sum + wordCount(text, language), 0);
  return { words, minutes: words === 0 ? 0 : readingMinutes(words) };
}

function withoutPlace(story: FullStory): FullStory {
  const draft = { ...story, ...{ slug: placeless, version: unsealed, related: [] } };
  delete draft.next;
  return draft;
}

function factsOf(draft: FullStory, text: string): Facts {
  const trail = toTrail(draft);
  const line = JSON.stringify(trail);
  return {
    own: hashOf(text, 16),
    trail: line,
    line: markOf(line),
    short: markOf(JSON.stringify(toRelatedLine(trail))),
    language: draft.language,
    ...present({ section: draft.section, day: draft.published?.day, changed: changeOf(draft) }),
    topics: toLines(draft.topics),
    authors: toLines(draft.byline?.authors ?? []),
    isEmpty: draft.body.length === 0,
    media: mediaIn(text),
  };
}

function toLines(named: readonly Named[]): string {
  return named.flatMap(({ slug, name }) => [slug, name.replaceAll('\n', ' ')]).join('\n');
}

function changeOf({ published, updated }: FullStory): string | undefined {
  return [updated?.at, published?.at].find((at) => at !== undefined && isInstant(at));
}

/** The media files that a published document's text names, each once. */
export function mediaIn(text: string): string[] {
  const named = text.matchAll(/"src":"(media\/[a-z0-9.-]+)"/g);
  return [...new Set([...named].flatMap(([, path]) => path ?? []))];
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
