import type { Front, Lead, Month, Strip } from '../../model/edition.ts';
import type { Named, RelatedTrail, Trail } from '../../model/trail.ts';
import type { Notice } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { dayLine, instantOf, storyTime } from './dates.ts';
import type { Filed } from './filed.ts';
import { present } from './present.ts';
import { unknownSlug } from './unknownSlug.ts';
import { openingOf } from './trails.ts';
import { seal, unsealed } from './version.ts';

const secondPlaces = 4;
const stripPlaces = 4;
const latestPlaces = 12;
/** Feeds can name hundreds of sections; lede.json's own always have their strip. */
const mostStrips = 12;

interface FrontInput {
  config: Config;
  now: Date;
  /** All full stories, newest first. */
  filed: readonly Filed[];
  sections: readonly Named[];
  months: Month[];
  related: ReadonlyMap<string, RelatedTrail[]>;
  /** Versions of all stories and briefs, by slug. */
  versions: ReadonlyMap<string, string>;
}

/**
 * The front page: a lead, four of the second tier, a strip for each section, the latest. Briefs fill no place in it.
 * Notice codes, for lede.json: `unknown-lead`, `sponsored-lead`, `unknown-front`, `front-full`.
 */
export function toFront(input: FrontInput): { front: Front; notices: Notice[] } {
  const { config, now, filed, months, related, versions } = input;
  const notices: Notice[] = [];
  const say = (code: string, at: string, message: string): void => {
    notices.push({ ref: 'lede.json', problem: { code, at, message } });
  };
  const stories = new Map(filed.map((one) => [one.story.slug, one]));
  const shown = new Set<string>();
  const show = ({ trail }: Filed): Trail => {
    shown.add(trail.slug);
    return withVersion(trail, versions);
  };

  const lead = findLead(filed, stories, config, say);
  const leadTrail = lead === undefined ? undefined : show(lead);
  const chosen = config.front.flatMap((slug, index) => {
    const story = stories.get(slug);
    if (story === undefined) {
      say('unknown-front', `front[${index}]`, unknownSlug(slug, stories.keys()));
    }
    return story ?? [];
  });
  const wanted = new Set(chosen.filter((one) => one !== lead));
  if (wanted.size > secondPlaces) {
    say('front-full', 'front', `${wanted.size} stories for ${secondPlaces} places below the lead`);
  }
  const second = firstOf([...wanted, ...filed], secondPlaces, shown).map(show);
  const latest = firstOf(filed, latestPlaces, shown).map(({ trail }) =>
    withVersion(trail, versions),
  );

  const front: Front = {
    schema: 'lede-front/1',
    kind: 'front',
    version: unsealed,
    published: storyTime(instantOf(now), config.language, config.timeZone),
    day: dayLine(now, config.language, config.timeZone),
    stories: filed.length,
    ...present({ lead: lead && leadTrail && toLead(lead, leadTrail, related, versions) }),
    second,
    strips: toStrips(input, shown),
    latest,
    months,
  };
  return { front: seal(front), notices };
}

/** The first stories that are not shown yet, each once. */
function firstOf(filed: readonly Filed[], count: number, shown: ReadonlySet<string>): Filed[] {
  const first = new Set<Filed>();
  for (const one of filed) {
    if (first.size === count) break;
    if (!shown.has(one.story.slug)) first.add(one);
  }
  return [...first];
}

function withVersion(trail: Trail, versions: ReadonlyMap<string, string>): Trail {
  return { ...trail, ...present({ version: versions.get(trail.slug) }) };
}

/** Paid-for matter may stand on the front, with its label, but never at its head. */
function isSponsored({ story }: Filed): boolean {
  return /\b(?:sponsored|advertisement|advertorial|paid (?:content|post)|anzeige)\b/i.test(
    story.label ?? '',
  );
}

function findLead(
  filed: readonly Filed[],
  stories: ReadonlyMap<string, Filed>,
  { lead }: Config,
  say: (code: string, at: string, message: string) => void,
): Filed | undefined {
  if (lead !== undefined) {
    const chosen = stories.get(lead);
    if (chosen === undefined) {
      say('unknown-lead', 'lead', unknownSlug(lead, stories.keys()));
    } else if (isSponsored(chosen)) {
      say('sponsored-lead', 'lead', `${lead} is sponsored, and what is sponsored never leads`);
    } else return chosen;
  }
  return filed.find((one) => one.story.body.length > 0 && !isSponsored(one));
}

function toLead(
  { story }: Filed,
  trail: Trail,
  related: ReadonlyMap<string, RelatedTrail[]>,
  versions: ReadonlyMap<string, string>,
): Lead {
  return {
    trail,
    ...present({ standfirst: story.standfirst }),
    opening: openingOf(story),
    // The reason comes last, where the reader's parser puts it.
    related: (related.get(story.slug) ?? []).map(({ reason, ...one }) => ({
      ...withVersion(one, versions),
      ...present({ reason }),
    })),
  };
}

/** Sections in order, each with its newest stories that are not shown above; one with none of them has no strip. */
function toStrips(
  { filed, sections, config, versions }: FrontInput,
  shown: ReadonlySet<string>,
): Strip[] {
  const bySection = new Map<string, Trail[]>(sections.map(({ slug }) => [slug, []]));
  for (const { story, trail } of filed) {
    const strip = story.section && bySection.get(story.section.slug);
    if (strip && strip.length < stripPlaces && !shown.has(story.slug)) {
      strip.push(withVersion(trail, versions));
    }
  }
  return sections
    .map((section) => ({ section, trails: bySection.get(section.slug) ?? [] }))
    .filter(({ trails }) => trails.length > 0)
    .slice(0, Math.max(mostStrips, config.sections.length));
}
