import { archiveAddress, frontAddress, pageAddress, storyAddress } from '../../model/address.ts';
import type { ArchiveIndex, OwnPage, Pointer, Site } from '../../model/edition.ts';
import { directionOf } from '../../model/language.ts';
import type { Story } from '../../model/story.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { fileStory, type EditedItem, type Filed } from './filed.ts';
import { toFront } from './front.ts';
import type { LaidOut } from './laidOut.ts';
import { toLists, toMonths } from './lists.ts';
import { remember, type Memory } from './memory.ts';
import { compareRefs, newestFirst } from './order.ts';
import { toOwnPages, type OwnPageCopy } from './ownPages.ts';
import { present } from './present.ts';
import { relate } from './relate.ts';
import { toSections } from './topics.ts';
import { toRelatedLine } from './trails.ts';
import { hashOf, seal, unsealed } from './version.ts';
import { toWithdrawn, type WithdrawnStory } from './withdrawn.ts';

interface DeskInput {
  config: Config;
  items: readonly EditedItem[];
  withdrawn: readonly WithdrawnStory[];
  ownPages: readonly OwnPageCopy[];
  memory: Memory;
  now: Date;
}

interface DeskResult {
  laidOut: LaidOut;
  notices: Notice[];
  refused: Refusal[];
  /** How near each computed related headline is, by the slug of the story, then of the headline. */
  scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What the next run has to know; to be kept once the edition is out. */
  memory: Memory;
}

/**
 * Lays out an edition: stories, briefs, lists and the front, as documents. A pure function; the order of the items
 * changes nothing. What no reader could open is refused with its reason, and the rest goes out.
 */
export function layOut(input: DeskInput): DeskResult {
  const { config, now, memory } = input;
  const refused: Refusal[] = [];
  const items = newestFirst(input.items);
  const sections = toSections(
    config.sections,
    items.map((item) => item.section),
    config.language,
  );
  const filed = items.flatMap((item): Filed[] => {
    const result = fileStory(item, config, sections);
    if (result.ok) return [result.value];
    refused.push({ ref: item.ref, problems: result.problems });
    return [];
  });

  const remembered = new Map(Object.entries(memory.slugs));
  const relations = relate(filed, input.withdrawn, remembered);
  const stories = [
    ...toStories(filed, relations.related),
    ...relations.briefs.map((brief) => seal(brief)),
    ...toWithdrawn(input.withdrawn, filed, config),
  ];
  const versions = new Map(stories.map(({ slug, version }) => [slug, version]));
  const months = toMonths(filed, config.language);
  const { related } = relations;
  const { front, notices } = toFront({
    ...{ config, now, filed, sections: sections.all, months, related, versions },
  });
  const own = toOwnPages(input.ownPages, config.language);
  const { pages } = own;
  const lists = toLists(filed, sections.known, months);
  const archive: ArchiveIndex = seal({
    schema: 'lede-archive/1',
    kind: 'months',
    version: unsealed,
    months,
  });
  const laidOut = { site: toSite(config, sections.known, pages), front, stories, lists, pages };
  return {
    laidOut: { ...laidOut, months: archive, pointer: toPointer({ ...laidOut, months: archive }) },
    notices: [...relations.notices, ...notices].toSorted((one, other) =>
      compareRefs(one.ref, other.ref),
    ),
    refused: [...refused, ...own.refused].toSorted((one, other) => compareRefs(one.ref, other.ref)),
    scores: relations.scores,
    memory: remember(memory, [
      ...filed.map(({ item, story }) => [item.id, story.slug] as const),
      ...relations.briefSlugs,
    ]),
  };
}

/** The stories with their related lists and, in each section, the way to the next older one. */
function toStories(filed: readonly Filed[], related: ReadonlyMap<string, RelatedTrail[]>): Story[] {
  const olderIn = new Map<string, Trail>();
  return filed
    .toReversed()
    .map(({ story, trail }) => {
      const section = story.section?.slug;
      const next = section === undefined ? undefined : olderIn.get(section);
      if (section !== undefined) olderIn.set(section, toRelatedLine(trail));
      return seal({ ...story, related: related.get(story.slug) ?? [], ...present({ next }) });
    })
    .toReversed();
}

function toSite(config: Config, sections: Site['sections'], pages: readonly OwnPage[]): Site {
  const { name, tagline, language, url } = config;
  return {
    schema: 'lede-site/1',
    name,
    ...present({ tagline }),
    language,
    dir: directionOf(language),
    ...present({ url }),
    base: url === undefined ? '/' : `${new URL(url).pathname.replace(/\/+$/, '')}/`,
    sections,
    pages: pages.map(({ slug, headline }) => ({ slug, name: headline })),
  };
}

function toPointer({ front, stories, lists, months, pages }: Omit<LaidOut, 'pointer'>): Pointer {
  const versions = [
    [frontAddress, front.version],
    [archiveAddress, months.version],
    ...stories.map(({ slug, version }) => [storyAddress(slug), version]),
    ...lists.map(({ pageAddress: address, list }) => [address, list.version]),
    ...pages.map(({ slug, version }) => [pageAddress(slug), version]),
  ].map((pair) => pair.join(' '));
  return {
    schema: 'lede-latest/1',
    edition: hashOf(versions.toSorted().join('\n'), 16),
    published: front.published,
    fronts: { [frontAddress]: front.version },
  };
}
