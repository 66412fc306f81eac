import type { Filed } from '../desk/filed.ts';
import type { WithdrawnStory } from '../desk/withdrawn.ts';
import type { PublishedStory } from './publishedStories.ts';

type Stories = ReadonlyMap<string, PublishedStory>;

/** What became of the stories of earlier editions that this one does not have. */
interface Departed {
  /** Taken back: a notice stays at their address. */
  withdrawn: WithdrawnStory[];
  /** Slugs whose source is there but was refused: a slip of the pen takes no story back. */
  untouched: string[];
  /** Stories that the editor gave another slug. */
  moved: { ref: string; from: string; to: string }[];
}

interface ThisRun {
  /** Every item that was neither refused nor held. */
  present: readonly { slug: string; slip: { ref: string; headline: string } }[];
  /** Refs of what was refused: an item (`week.json [3]`) or a whole file (`week.json`). */
  refused: ReadonlySet<string>;
  /** Slugs of stories that a source holds back or takes back itself, whatever else was refused of it. */
  held: ReadonlySet<string>;
  /** Slugs of stories whose file has another headline since, and mostly the same text. */
  rewritten: ReadonlySet<string>;
  /** What sources say of stories they took back, by slug. */
  notices: ReadonlyMap<string, string>;
  /** ISO 8601 */
  now: string;
}

/** Tells what became of the stories that were out before and are not among the items of this run. */
export function findDeparted(before: Stories, run: ThisRun): Departed {
  const departed: Departed = { withdrawn: [], untouched: [], moved: [] };
  // Most runs have all stories of the run before, and need none of them.
  const stay = run.present.reduce((sum, { slug }) => (before.has(slug) ? sum + 1 : sum), 0);
  if (stay === before.size) return departed;
  const slugs = new Set(run.present.map(({ slug }) => slug));
  let known: ReadonlyMap<string, ThisRun['present'][number]> | undefined;
  const presentAt = (ref: string): ThisRun['present'][number] | undefined => {
    known ??= new Map(run.present.map((item) => [item.slip.ref, item]));
    return known.get(ref);
  };
  for (const [slug, story] of before) {
    if (slugs.has(slug)) continue;
    const { ref, headline, language, withdrawn } = story;
    const file = ref.replace(/ \[\d+\]$/, '');
    // A file, as a place in a list, may since be another story's.
    const there = presentAt(ref);
    const isSame = there?.slip.headline === headline || run.rewritten.has(slug);
    const to = isSame ? there?.slug : undefined;
    const isRefused = !run.held.has(slug) && (run.refused.has(ref) || run.refused.has(file));
    if (withdrawn === undefined && isRefused && !isOver(story, run.now)) {
      departed.untouched.push(slug);
    } else if (withdrawn === undefined && to !== undefined) {
      // Under another slug a story is not taken back, only moved.
      departed.moved.push({ ref, from: slug, to });
    } else {
      const notice = run.notices.get(slug) ?? story.notice;
      departed.withdrawn.push({
        ...{ slug, headline, language, at: withdrawn ?? run.now },
        ...(notice === undefined ? {} : { notice }),
      });
    }
  }
  return departed;
}

function isOver({ expires }: PublishedStory, now: string): boolean {
  return expires !== undefined && !(Date.parse(expires) > Date.parse(now));
}

/** What the next run has to know of the stories otherwise than this one did. */
export interface StoryChanges {
  /** New, changed or taken back, by slug. */
  changed: Map<string, PublishedStory>;
  /** Slugs that stand for no story any more. */
  gone: string[];
}

/**
 * What changed of the stories that are known: those of this edition, the withdrawn, and the untouched. Most of an archive
 * did not, so only what did is named.
 */
export function findStoryChanges(
  before: Stories,
  filed: readonly Pick<Filed, 'item' | 'slug' | 'facts'>[],
  departed: Departed,
): StoryChanges {
  const changed = new Map<string, PublishedStory>();
  let kept = 0;
  for (const { item, slug, facts } of filed) {
    const { ref, headline, expires, related } = item;
    const pictures = item.pictures?.filter((picture) => picture.expires !== undefined) ?? [];
    const { language } = facts;
    const earlier = before.get(slug);
    if (earlier !== undefined) {
      kept += 1;
      const isUndated = expires === undefined && pictures.length === 0;
      if (related.length === 0 && isUndated && isPlain(earlier)) {
        const isSame = earlier.ref === ref && earlier.headline === headline;
        if (isSame && earlier.language === language) continue;
      }
    }
    changed.set(slug, {
      ...{ ref, headline, language },
      ...(expires === undefined ? {} : { expires }),
      ...(pictures.length === 0 ? {} : { pictures }),
      ...(related.length === 0 ? {} : { related }),
    });
  }
  const others = new Set(departed.untouched);
  for (const { slug, headline, language, at, notice } of departed.withdrawn) {
    if (changed.has(slug)) continue;
    others.add(slug);
    changed.set(slug, {
      ...{ ref: before.get(slug)?.ref ?? '', headline, language },
      ...(at === undefined ? {} : { withdrawn: at }),
      ...(notice === undefined ? {} : { notice }),
    });
  }
  // In most runs all that were there before are accounted for by their number.
  const isAll = kept + departed.withdrawn.length === before.size;
  return { changed, gone: isAll ? [] : findGone(before, filed, others) };
}

function findGone(
  before: Stories,
  filed: readonly Pick<Filed, 'slug'>[],
  others: ReadonlySet<string>,
): string[] {
  const here = new Set(filed.map(({ slug }) => slug));
  return [...before.keys()].filter((slug) => !here.has(slug) && !others.has(slug));
}

/** Whether nothing is known of a story but where it came from and what it is called. */
function isPlain({ withdrawn, notice, expires, pictures, related }: PublishedStory): boolean {
  return [withdrawn, notice, expires, pictures, related].every((one) => one === undefined);
}

/** Of the stories that changed those that go out with this edition or are taken back by it. */
export function newsOf(
  before: ReadonlyMap<string, PublishedStory>,
  changed: ReadonlyMap<string, PublishedStory>,
): [string, PublishedStory][] {
  return [...changed].filter(([slug, story]) => {
    const known = before.get(slug);
    return known === undefined || known.withdrawn !== story.withdrawn;
  });
}
