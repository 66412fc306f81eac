import type { Front, Lead, Month, Unheard } from '../../model/edition.ts';
import type { FullStory } from '../../model/story.ts';
import type { Named, RelatedTrail, Trail } from '../../model/trail.ts';
import type { Notice } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { dayLine, instantOf, storyTime } from './dates.ts';
import type { Filed } from './filed.ts';
import { present } from './present.ts';
import { slugNamed } from './slugNamed.ts';
import { unknownSlug } from './unknownSlug.ts';
import { openingOf } from './trails.ts';
import { seal, unsealed } from './version.ts';

/** Digits of the hash of a story's copy that a trail carries: enough to tell one story's from its next. */
const copyDigits = 8;
const secondPlaces = 4;
const stripPlaces = 4;
const latestPlaces = 12;
/** Feeds can name hundreds of sections; lede.json's own always have their strip. */
const mostStrips = 12;

/** Months that the front names; the archive's own page names all. */
const monthsNamed = 12;

interface Choice {
  config: Config;
  /** All full stories, newest first. */
  filed: readonly Filed[];
  sections: readonly Named[];
  /** Why stories are held back, by slug. */
  held?: ReadonlyMap<string, string> | undefined;
}

type Say = (code: string, at: string, said: { message: string; mend: string }) => void;

/** What becomes of the names of stories that lede.json has. */
interface Names {
  find: (name: string) => Filed | undefined;
  /** What to say of a name that nothing was found by. */
  unknown: (name: string) => { message: string; mend: string };
  say: Say;
}

/** The stories of a front, in their places. */
export interface ChosenFront {
  lead?: Filed;
  second: Filed[];
  strips: { section: Named; stories: Filed[] }[];
  latest: Filed[];
}

/**
 * Chooses the front page: a lead, four of the second tier, a strip for each section, the latest. Briefs fill no place in
 * it. Notice codes, for lede.json: `unknown-lead`, `sponsored-lead`, `unknown-front`, `front-full`.
 */
export function chooseFront(choice: Choice): {
  chosen: ChosenFront;
  notices: Notice[];
} {
  const { config, filed, sections, held } = choice;
  const notices: Notice[] = [];
  const say: Say = (code, at, said) => {
    notices.push({ ref: 'lede.json', problem: { code, at, ...said } });
  };
  const slugOf = (name: string): string | undefined => slugNamed(name, config.url);
  const unknown: Names['unknown'] = (name) =>
    unknownSlug(slugOf(name) ?? name, slugsOf(filed), held, config.url);
  const named = new Set([...config.front, config.lead ?? ''].map(slugOf));
  const stories = new Map(
    filed.flatMap((one) => (named.has(one.slug) ? [[one.slug, one] as const] : [])),
  );
  const shown = new Set<Filed>();

  const find: Names['find'] = (name) => stories.get(slugOf(name) ?? '');
  const lead = findLead(choice, { find, unknown, say });
  if (lead !== undefined) shown.add(lead);
  const wished = config.front.flatMap((name, index) => {
    const story = find(name);
    if (story === undefined) say('unknown-front', `front[${index}]`, unknown(name));
    return story ?? [];
  });
  const wanted = new Set(wished.filter((one) => one !== lead));
  if (wanted.size > secondPlaces) {
    const message = `${wanted.size} stories for ${secondPlaces} places below the lead`;
    say('front-full', 'front', { message, mend: `name at most ${secondPlaces} besides the lead` });
  }
  const second = firstOf([...wanted, ...filed], secondPlaces, shown);
  for (const one of second) shown.add(one);
  const latest = firstOf(filed, latestPlaces, shown);
  const most = Math.max(mostStrips, config.sections.length);
  const strips = toStrips(filed, sections, shown).slice(0, most);
  return { chosen: { ...present({ lead }), second, strips, latest }, notices };
}

interface FrontInput {
  config: Config;
  now: Date;
  chosen: ChosenFront;
  /** The lead's document. */
  leadStory?: FullStory;
  /** Full stories of the edition. */
  filed: readonly Filed[];
  months: readonly Month[];
  unheard?: readonly Unheard[];
  /** Version of the story or brief at a slug. */
  versionOf: (slug: string) => string | undefined;
}

/** The front page's document. */
export function toFront(input: FrontInput): Front {
  const { config, now, chosen, leadStory, filed, months, versionOf } = input;
  const { unheard = [] } = input;
  const show = ({ trail, facts }: Filed): Trail => ({
    ...trail,
    ...present({ version: versionOf(trail.slug), copy: facts.own.slice(0, copyDigits) }),
  });
  const { lead, second, strips, latest } = chosen;
  return seal({
    schema: 'lede-front/1',
    kind: 'front',
    version: unsealed,
    published: storyTime(instantOf(now), config.language, config.timeZone),
    day: dayLine(now, config.language, config.timeZone),
    stories: filed.length,
    ...present({ lead: lead && leadStory && toLead(show(lead), leadStory, input) }),
    second: second.map(show),
    strips: strips.map(({ section, stories: some }) => ({
      section,
      trails: some.map((one) => only(show(one), stripFields)),
    })),
    latest: latest.map((one) => only(show(one), latestFields)),
    months: months.slice(0, monthsNamed),
    ...(unheard.length > 0 && { unheard: [...unheard] }),
  });
}

/** The first stories that are not shown yet, each once. */
function firstOf(filed: readonly Filed[], count: number, shown: ReadonlySet<Filed>): Filed[] {
  const first = new Set<Filed>();
  for (const one of filed) {
    if (first.size === count) break;
    if (!shown.has(one)) first.add(one);
  }
  return [...first];
}

/** Gives the stories of the lead's related list what the front's own trails carry. */
function markRelated(
  { related }: FullStory,
  { filed, versionOf }: Pick<FrontInput, 'filed' | 'versionOf'>,
): RelatedTrail[] {
  const listed = new Set(related.map(({ slug }) => slug));
  const copies = new Map<string, string>();
  for (const { slug, facts } of filed) if (listed.has(slug)) copies.set(slug, facts.own);
  // The reason comes last, where the reader's parser puts it.
  return related.map(({ reason, ...one }) => ({
    ...one,
    ...present({
      version: versionOf(one.slug),
      copy: copies.get(one.slug)?.slice(0, copyDigits),
      reason,
    }),
  }));
}

/** What every line of a front says: what its story is and which version of it. */
const lineFields = ['slug', 'kind', 'headline', 'language', 'dir', 'version', 'copy'] as const;
/** What a strip and the latest show: the rest would weigh on every first visit and be seen by nobody. */
const stripFields = new Set<string>([...lineFields, 'label', 'summary', 'picture']);
const latestFields = new Set<string>([...lineFields, 'published']);

function only(trail: Trail, fields: ReadonlySet<string>): Trail {
  const { slug, kind, headline, language, dir } = trail;
  const kept = Object.entries(trail).filter(([name]) => fields.has(name));
  return { slug, kind, headline, language, dir, ...Object.fromEntries(kept) };
}

/** Paid-for matter may stand on the front, with its label, but never at its head. */
function isSponsored({ trail }: Filed): boolean {
  return /\b(?:sponsored|advertisement|advertorial|paid (?:content|post)|anzeige)\b/i.test(
    trail.label ?? '',
  );
}

const slugsOf = (filed: readonly Filed[]): string[] => filed.map(({ slug }) => slug);

function findLead(
  { filed, config: { lead } }: Choice,
  { find, unknown, say }: Names,
): Filed | undefined {
  if (lead !== undefined) {
    const chosen = find(lead);
    if (chosen === undefined) {
      say('unknown-lead', 'lead', unknown(lead));
    } else if (isSponsored(chosen)) {
      const message = `${lead} is sponsored, and what is sponsored never leads`;
      say('sponsored-lead', 'lead', { message, mend: 'name another story, or remove "lead"' });
    } else return chosen;
  }
  return filed.find((one) => !one.facts.isEmpty && !isSponsored(one));
}

function toLead(trail: Trail, story: FullStory, input: FrontInput): Lead {
  return {
    // Of all lines only the lead's picture has its words below it.
    trail: { ...trail, ...present({ picture: story.picture }) },
    ...present({ standfirst: story.standfirst }),
    opening: openingOf(story),
    related: markRelated(story, input),
  };
}

/** Sections in order, each with its newest stories that are not shown above; one with none of them has no strip. */
function toStrips(
  filed: readonly Filed[],
  sections: readonly Named[],
  shown: ReadonlySet<Filed>,
): ChosenFront['strips'] {
  const strips = new Map(
    sections.map((section) => [section.slug, { section, stories: Array.of<Filed>() }]),
  );
  for (const one of filed) {
    const strip = strips.get(one.section?.slug ?? '');
    if (strip && strip.stories.length < stripPlaces && !shown.has(one)) strip.stories.push(one);
  }
  return [...strips.values()].filter(({ stories }) => stories.length > 0);
}
