import type { Topic } from '../../model/story.ts';
import type { Named } from '../../model/trail.ts';
import type { WireItem } from '../wire/wireItem.ts';
import { toNamed } from './names.ts';

/** What a story is about, each once: its tags, then people, then places, in the order given. */
export function toTopics(item: Pick<WireItem, 'tags' | 'people' | 'places'>): Topic[] {
  const topics = new Map<string, Topic>();
  const add = (names: readonly string[], kind: Topic['kind']): void => {
    for (const name of names) {
      const named = toNamed(name, 't');
      if (named !== undefined && !topics.has(named.slug))
        topics.set(named.slug, { ...named, kind });
    }
  };
  add(item.tags, 'tag');
  add(item.people, 'person');
  add(item.places, 'place');
  return [...topics.values()];
}

export interface Sections {
  /** Those of lede.json, in its order. */
  known: Named[];
  /** The known ones, then those that only stories name, in alphabetical order. */
  all: Named[];
  /** The section of a story, by the name it was given; undefined for a story without one. */
  find: (name: string | undefined) => Named | undefined;
}

/**
 * The sections of an edition. A story's `science` is lede.json's `Science`; a section that lede.json does not know is
 * spelled as its oldest story has it, so that a new story does not rename it.
 * @param newestFirst the section names of the stories, newest story first
 */
export function toSections(
  configured: readonly string[],
  newestFirst: readonly (string | undefined)[],
  language: string,
): Sections {
  const bySlug = new Map<string, Named>();
  const byName = new Map<string, Named | undefined>();
  // An archive has few sections and many stories.
  const read = (name: string | undefined): Named | undefined => {
    if (name === undefined) return undefined;
    if (!byName.has(name)) byName.set(name, toNamed(name, 't'));
    return byName.get(name);
  };
  const learn = (name: string | undefined): void => {
    const named = read(name);
    if (named !== undefined && !bySlug.has(named.slug)) bySlug.set(named.slug, named);
  };
  configured.forEach(learn);
  const known = [...bySlug.values()];
  newestFirst.toReversed().forEach(learn);
  const { compare } = new Intl.Collator([language, 'en-GB']);
  const others = [...bySlug.values()]
    .slice(known.length)
    .toSorted((one, other) => compare(one.name, other.name) || (one.slug < other.slug ? -1 : 1));
  const find: Sections['find'] = (name) => {
    const slug = read(name)?.slug;
    return slug === undefined ? undefined : bySlug.get(slug);
  };
  return { known, all: [...known, ...others], find };
}
