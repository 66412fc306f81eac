import { archiveAddress, pageAddress, storyAddress } from '../../model/address.ts';
import {
  ownPages,
  type ArchiveIndex,
  type OwnPage,
  type OwnThings,
  type Site,
  type Unheard,
} from '../../model/edition.ts';
import { directionOf } from '../../model/language.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { mostNaming, toBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { layFlat, type Flatplan } from './flatplan.ts';
import { chooseFront } from './front.ts';
import { planLists, toMonths } from './lists.ts';
import { keyOf } from './mark.ts';
import { remember, type Memory } from './memory.ts';
import { compareRefs } from './order.ts';
import { toOwnPages, type OwnPageCopy } from './ownPages.ts';
import type { Plan, PlannedPage } from './plan.ts';
import { present } from './present.ts';
import { relate, type Fill } from './relate.ts';
import { showWith, toLine, type Line } from './shown.ts';
import { flatHead, planStories } from './storyPages.ts';
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
  /** Why stories are held back, by slug. */
  held?: ReadonlyMap<string, string>;
  /** That of the edition which is out, if it is known. */
  flatBefore?: Flatplan | undefined;
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
  const bySlug = new Map<string, Filed>();
  for (const one of filed) bySlug.set(one.slug, one);
  const { related, briefs, ...relations } = relate(
    filed,
    bySlug,
    input.withdrawn,
    () => new Map(Object.entries(memory.slugs)),
    input.fill,
    input.held,
    config.url,
  );
  const lines: Map<string, Line> = bySlug;
  for (const { brief } of briefs) lines.set(brief.slug, toLine(brief));
  const shown = showWith(lines);
  const flat = layFlat(filed, related, flatHead(sections, briefs, lines), input.flatBefore);

  const notices = planNotices(input.withdrawn, filed);
  const ofPublisher = toOwnPages(input.ownPages, config.language);
  const months = toMonths(filed, config.language);
  const { chosen, notices: said } = chooseFront({
    ...{ config, filed, sections: sections.all, held: input.held },
  });
  const plan: Plan = {
    ...{
      site: toSite(config, sections.known, ofPublisher.pages),
      filed,
      months,
      pages: ofPublisher.pages,
    },
    leaves: [
      ...planStories({ filed, related, shown, isAsBefore: flat.isAsBefore }),
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
        // The day it was taken back is told in the edition's time zone.
        const facts = ['withdrawn', slug, headline, language, notice, at, config.timeZone];
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
        const address = pageAddress(things.page);
        return { address, key: things.version, make: () => things };
      }),
    ],
    lists: planLists(filed, sections.known, months, flat.isNews),
    index: planIndex(months),
    front: chosen,
    unheard: input.unheard ?? [],
    counts: { stories: filed.length, briefs: briefs.length, withdrawn: notices.length },
    headlinesBeside: (at) => shown.headlines(related[at] ?? ''),
    flatplan: flat.text,
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
