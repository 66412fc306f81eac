import { archiveAddress, ownPageAddress, pageAddress, storyAddress } from '../../model/address.ts';
import {
  ownPages,
  type ArchiveIndex,
  type OwnPage,
  type OwnThings,
  type Site,
  type Unheard,
} from '../../model/edition.ts';
import { directionOf } from '../../model/language.ts';
import type { Reason, RelatedTrail } from '../../model/trail.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { briefTrail, mostNaming, toBrief, type FoundBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { chooseFront } from './front.ts';
import { planLists, toMonths } from './lists.ts';
import { keyOf, markOf } from './mark.ts';
import { remember, type Memory } from './memory.ts';
import { linksIn, marksOf, type LinkLines } from './links.ts';
import { compareRefs } from './order.ts';
import { toOwnPages, type OwnPageCopy } from './ownPages.ts';
import type { Plan, PlannedPage, RelatedHeadline } from './plan.ts';
import { present } from './present.ts';
import { relate, type Fill } from './relate.ts';
import { toStory } from './toStory.ts';
import { toRelatedLine } from './trails.ts';
import type { Sections } from './topics.ts';
import { seal, unsealed } from './version.ts';
import { planNotices, toNotice, type WithdrawnStory } from './withdrawn.ts';

/** The pages with the reader's own things hold nothing of the edition's, so they are the same in each. */
const ownThings = ownPages.map((page): OwnThings =>
  seal({ schema: 'lede-own/1', kind: 'own', version: unsealed, page }),
);

interface DeskInput {
  config: Config;
  /** All full stories, newest first. */
  filed: readonly Filed[];
  sections: Sections;
  withdrawn: readonly WithdrawnStory[];
  ownPages: readonly OwnPageCopy[];
  memory: Memory;
  fill: Fill;
  unheard?: readonly Unheard[];
}

interface DeskResult {
  plan: Plan;
  notices: Notice[];
  refused: Refusal[];
  /** What the next run has to know; to be kept once the edition is out. */
  memory: Memory;
}

/**
 * Lays out an edition: which stories, briefs, lists and fronts there are, and what each is made from. A pure function,
 * in which the order of the sources does not show.
 */
export function layOut(input: DeskInput): DeskResult {
  const { config, filed, sections, memory } = input;
  const { related, briefs, ...relations } = relate(
    filed,
    input.withdrawn,
    () => new Map(Object.entries(memory.slugs)),
    input.fill,
  );
  const lines = new Map<string, Line>();
  for (const one of filed) lines.set(one.slug, one);
  for (const { brief } of briefs) lines.set(brief.slug, toLine(brief));
  const shown = showWith(lines);

  const notices = planNotices(input.withdrawn, filed);
  const ofPublisher = toOwnPages(input.ownPages, config.language);
  const months = toMonths(filed, config.language);
  const { chosen, notices: said } = chooseFront({ config, filed, sections: sections.all });
  const linksOf = (slug: string): LinkLines => related.get(slug) ?? '';
  const plan: Plan = {
    ...{
      site: toSite(config, sections.known, ofPublisher.pages),
      filed,
      months,
      pages: ofPublisher.pages,
    },
    leaves: [
      ...planStories(filed, linksOf, shown),
      ...briefs.map(({ brief, related: links }): PlannedPage => {
        const { slug, headline, language, link = '', namedBy } = brief;
        const naming = namedBy.slice(0, mostNaming).map(({ mark }) => mark);
        const facts = ['brief', slug, headline, language, link, String(naming.length)];
        return {
          address: storyAddress(slug),
          key: keyOf(facts, [...naming, ...shown.marks(links)]),
          make: () => toBrief(brief, shown.trails(links)),
        };
      }),
      ...notices.map(({ story, instead }): PlannedPage => {
        const { slug, headline, language, notice = '', at = '' } = story;
        const facts = ['withdrawn', slug, headline, language, notice, at];
        return {
          address: storyAddress(slug),
          key: keyOf(
            facts,
            instead.map(({ mark }) => mark),
          ),
          make: () => {
            const trails = instead.map(({ trail }) => trail);
            return toNotice(story, trails, config);
          },
        };
      }),
      ...ofPublisher.pages.map((page): PlannedPage => {
        return { address: pageAddress(page.slug), key: page.version, make: () => page };
      }),
      ...ownThings.map((things): PlannedPage => {
        const address = ownPageAddress(things.page);
        return { address, key: things.version, make: () => things };
      }),
    ],
    lists: planLists(filed, sections.known, months),
    index: planIndex(months),
    front: chosen,
    unheard: input.unheard ?? [],
    counts: { stories: filed.length, briefs: briefs.length, withdrawn: notices.length },
    headlinesBeside: (slug) => shown.headlines(linksOf(slug)),
  };
  return {
    plan,
    notices: [...relations.notices, ...said].toSorted((one, other) =>
      compareRefs(one.ref, other.ref),
    ),
    refused: ofPublisher.refused,
    memory: remember(memory, [
      ...filed.map(({ item, slug }) => [item.id, slug] as const),
      ...relations.briefSlugs,
    ]),
  };
}

/** A story or a brief as a related list shows it. */
type Line = Pick<Filed, 'slug' | 'short' | 'trail'> & {
  item: { headline: string };
  facts: { language: string };
};

function toLine(brief: FoundBrief): Line {
  const { slug, headline, language } = brief;
  return {
    ...{ slug, item: { headline }, facts: { language } },
    short: markOf(slug, markOf(`brief ${language} ${headline}`)),
    trail: briefTrail(brief),
  };
}

interface Shown {
  trails: (links: LinkLines) => RelatedTrail[];
  headlines: (links: LinkLines) => RelatedHeadline[];
  marks: (links: LinkLines) => number[];
}

function showWith(lines: ReadonlyMap<string, Line>): Shown {
  const each = <Made>(links: LinkLines, make: (line: Line, reason?: Reason) => Made): Made[] =>
    linksIn(links).flatMap(({ slug, reason }) => {
      const line = lines.get(slug);
      return line === undefined ? [] : [make(line, reason)];
    });
  return {
    trails: (links) =>
      each(links, ({ trail }, reason) => toRelatedLine({ ...trail, ...present({ reason }) })),
    headlines: (links) =>
      each(links, ({ slug, item, facts }, reason) => {
        const { headline } = item;
        return { slug, headline, language: facts.language, ...present({ reason }) };
      }),
    marks: (links) => marksOf(links, (slug) => lines.get(slug)?.short),
  };
}

/** The stories with their related lists and, in each section, the way to the next older one; newest first. */
function planStories(
  filed: readonly Filed[],
  linksOf: (slug: string) => LinkLines,
  shown: Shown,
): PlannedPage[] {
  const olderIn = new Map<string, Filed>();
  const oldestFirst: PlannedPage[] = [];
  for (let index = filed.length - 1; index >= 0; index -= 1) {
    const one = filed[index];
    if (one === undefined) continue;
    const { slug, section, facts } = one;
    const next = section === undefined ? undefined : olderIn.get(section.slug);
    if (section !== undefined) olderIn.set(section.slug, one);
    const links = linksOf(slug);
    oldestFirst.push({
      address: storyAddress(slug),
      key: keyOf([facts.own, slug, section?.name], [next?.short ?? 0, ...shown.marks(links)]),
      story: one,
      make: (draft) => {
        if (draft === undefined) throw new Error(`${slug} cannot be made without its draft`);
        return toStory(draft, one, shown.trails(links), next && toRelatedLine(next.trail));
      },
    });
  }
  return oldestFirst.toReversed();
}

function planIndex(months: ArchiveIndex['months']): PlannedPage {
  const facts = months.map(({ month, name, stories }) => `${month} ${name} ${stories}`);
  return {
    address: archiveAddress,
    key: keyOf(facts, []),
    make: () => seal({ schema: 'lede-archive/1', kind: 'months', version: unsealed, months }),
  };
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
