import type { Story } from '../../model/story.ts';
import type { WithdrawnStory } from '../desk/withdrawn.ts';
import type { PublishedStory } from './record.ts';

type Stories = Readonly<Record<string, PublishedStory>>;

/** What became of the stories of earlier editions that this one does not have. */
interface Departed {
  /** Taken back: a notice stays at their address. */
  withdrawn: WithdrawnStory[];
  /** Slugs whose source is there but was refused: a slip of the pen takes no story back, so their files stay. */
  untouched: string[];
}

/**
 * @param present slug and ref of every item of this run that was not refused
 * @param refused refs of what was refused: an item (`week.json [3]`) or a whole file (`week.json`)
 * @param now ISO 8601
 */
export function findDeparted(
  before: Stories,
  present: readonly { slug: string; ref: string }[],
  refused: ReadonlySet<string>,
  now: string,
): Departed {
  const slugs = new Set(present.map(({ slug }) => slug));
  const refs = new Set(present.map(({ ref }) => ref));
  const departed: Departed = { withdrawn: [], untouched: [] };
  for (const [slug, { ref, headline, language, withdrawn }] of Object.entries(before)) {
    if (slugs.has(slug)) continue;
    const file = ref.replace(/ \[\d+\]$/, '');
    if (withdrawn !== undefined) {
      departed.withdrawn.push({ slug, headline, language, at: withdrawn });
    } else if (refused.has(ref) || refused.has(file)) departed.untouched.push(slug);
    // Under another slug the story is not taken back, only moved; the editor has been told.
    else if (!refs.has(ref)) departed.withdrawn.push({ slug, headline, language, at: now });
  }
  return departed;
}

/** What the next run has to know of the stories: those of this edition, the withdrawn, and the untouched. */
export function toPublishedStories(
  before: Stories,
  stories: readonly Story[],
  refs: ReadonlyMap<string, string>,
  departed: Departed,
): Record<string, PublishedStory> {
  const known = new Map<string, PublishedStory>();
  for (const { kind, slug, headline, language } of stories) {
    const ref = refs.get(slug);
    if (kind === 'story' && ref !== undefined) known.set(slug, { ref, headline, language });
  }
  for (const { slug, headline, language, at } of departed.withdrawn) {
    if (known.has(slug)) continue;
    const ref = before[slug]?.ref ?? '';
    known.set(slug, { ref, headline, language, ...(at === undefined ? {} : { withdrawn: at }) });
  }
  for (const slug of departed.untouched) {
    const story = before[slug];
    if (story !== undefined && !known.has(slug)) known.set(slug, story);
  }
  return Object.fromEntries([...known].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
