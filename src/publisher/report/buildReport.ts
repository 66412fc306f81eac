import type { Site } from '../../model/edition.ts';
import type { Trail } from '../../model/trail.ts';
import { compareRefs, compareText } from '../desk/order.ts';
import type { RelatedHeadline } from '../desk/plan.ts';
import { present } from '../desk/present.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { RelatedReport, Report, SourceReport } from './report.ts';

/** Stories whose related lists are in the report. */
const relatedLimit = 1000;

/** A source that was read or asked for. */
export interface ReadReport {
  source: string;
  /** `article JSON` */
  format?: string;
  bytes?: number;
  /** Milliseconds. */
  ms?: number;
  stale?: boolean;
}

/** What of an edition is reported. */
export interface ReportedEdition {
  site: Pick<Site, 'name' | 'language'>;
  /** When it was published, ISO 8601. */
  pointer: { published: { at: string } };
  /** Full stories, newest first. */
  stories: readonly ReportedStory[];
}

type ReportedStory = Pick<Trail, 'slug' | 'headline' | 'language'> & {
  /** Name of its section. */
  section: string | undefined;
  /** `2025-12-17` */
  day: string | undefined;
  related: readonly RelatedHeadline[];
};

/** What a run has to tell. Refs are as the editor would type them: `week.json`, `week.json [3]`. */
export interface ReportInput {
  /** In any order. */
  read: readonly ReadReport[];
  /** The items that went on to the edition. */
  kept: readonly { ref: string }[];
  refused: readonly Refusal[];
  held: readonly Notice[];
  warnings: readonly Notice[];
  /** The edition; absent when there is none. */
  laidOut?: ReportedEdition;
  /** How near a related headline is, by the slug of the story, then of the headline. */
  scores?: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Puts what a run has to tell in one order. Only bytes and times depend on the machine. */
export function buildReport(input: ReportInput): Report {
  const { laidOut } = input;
  const sources = toSources(input);
  const stories = laidOut?.stories ?? [];
  const sum = (count: (source: SourceReport) => number): number =>
    sources.reduce((total, source) => total + count(source), 0);
  return {
    schema: 'lede-report/1',
    ...(laidOut && {
      edition: {
        name: laidOut.site.name,
        language: laidOut.site.language,
        published: laidOut.pointer.published.at,
        stories: stories.length,
      },
    }),
    totals: {
      sources: input.read.length,
      bytes: sum(({ bytes = 0 }) => bytes),
      ms: sum(({ ms = 0 }) => ms),
      kept: sum(({ kept }) => kept),
      refused: sum(({ refused }) => refused.length),
      held: sum(({ held }) => held.length),
      warnings: sum(({ warnings }) => warnings.length),
    },
    sources,
    sections: countBy(stories.map(({ section }) => section))
      .toSorted(([, one], [, other]) => other - one)
      .map(([name, count]) => ({ ...present({ name }), stories: count })),
    days: countBy(stories.map(({ day }) => day))
      .flatMap(([day, count]) => (day === undefined ? [] : [{ day, stories: count }]))
      .toSorted((one, other) => compareText(one.day, other.day)),
    undated: stories.filter(({ day }) => day === undefined).length,
    related: stories.slice(0, relatedLimit).map((story) => toRelated(story, input.scores)),
  };
}

function toSources({ read, kept, refused, held, warnings }: ReportInput): SourceReport[] {
  const sources = new Map<string, SourceReport>();
  const of = (ref: string): SourceReport => {
    const source = sourceOf(ref, sources);
    const known = sources.get(source);
    if (known !== undefined) return known;
    const made = { source, kept: 0, refused: [], held: [], warnings: [] };
    sources.set(source, made);
    return made;
  };
  for (const { source, format, bytes, ms, stale } of read) {
    const made: Omit<ReadReport, 'stale'> & { stale?: true } = { source };
    if (format !== undefined) made.format = format;
    if (bytes !== undefined) made.bytes = bytes;
    if (ms !== undefined) made.ms = ms;
    if (stale === true) made.stale = stale;
    sources.set(source, Object.assign(made, { kept: 0, refused: [], held: [], warnings: [] }));
  }
  for (const { ref } of kept) of(ref).kept += 1;
  for (const one of refused) of(one.ref).refused.push(one);
  for (const one of held) of(one.ref).held.push(one);
  for (const one of warnings) of(one.ref).warnings.push(one);
  return [...sources.values()].toSorted((one, other) => compareRefs(one.source, other.source));
}

/** `week.json [3]` is of `week.json`, unless a source is called so itself. */
function sourceOf(ref: string, sources: ReadonlyMap<string, unknown>): string {
  return sources.has(ref) ? ref : ref.replace(/ \[\d+\]$/, '');
}

function toRelated(story: ReportedStory, scores: ReportInput['scores']): RelatedReport {
  const { slug, headline, language } = story;
  const ofStory = scores?.get(slug);
  return {
    ...{ slug, headline, language },
    ...present({ day: story.day }),
    related: story.related.map((trail) => ({
      ...{ slug: trail.slug, headline: trail.headline, language: trail.language },
      ...present({ reason: trail.reason, score: ofStory?.get(trail.slug) }),
    })),
  };
}

function countBy<Key>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
}
