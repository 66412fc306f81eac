import { archiveAddress, ownPageAddress, pageAddress, storyAddress } from '../../model/address.ts';
import {
  ownPages,
  type ArchiveIndex,
  type OwnPage,
  type OwnThings,
  type Site,
} from '../../model/edition.ts';
import { directionOf } from '../../model/language.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Config } from '../config.ts';
import { briefTrail, mostNaming, toBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { chooseFront } from './front.ts';
import { planLists, toMonths } from './lists.ts';
import { remember, type Memory } from './memory.ts';
import { compareRefs } from './order.ts';
import { toOwnPages, type OwnPageCopy } from './ownPages.ts';
import type { Plan, PlannedPage } from './plan.ts';
import { present } from './present.ts';
import { relate, type Fill, type Link } from './relate.ts';
import { toStory } from './toStory.ts';
import { toRelatedLine } from './trails.ts';
import type { Sections } from './topics.ts';
import { hashOf, seal, unsealed } from './version.ts';
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
  const remembered = new Map(Object.entries(memory.slugs));
  const { related, briefs, ...relations } = relate(filed, input.withdrawn, remembered, input.fill);
  const lines = new Map<string, Line>();
  for (const { trail } of filed) lines.set(trail.slug, toLine(trail));
  for (const { brief } of briefs) lines.set(brief.slug, toLine(briefTrail(brief)));
  const shown = showWith(lines);

  const notices = planNotices(input.withdrawn, filed);
  const ofPublisher = toOwnPages(input.ownPages, config.language);
  const months = toMonths(filed, config.language);
  const { chosen, notices: said } = chooseFront({ config, filed, sections: sections.all });
  const linksOf = (slug: string): readonly Link[] => related.get(slug) ?? [];
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
        const facts = [slug, headline, language, link, ...naming, '', ...shown.marks(links)];
        return {
          address: storyAddress(slug),
          key: hashOf(facts.join('\n'), 16),
          make: () => toBrief(brief, shown.trails(links)),
        };
      }),
      ...notices.map(({ story, instead }): PlannedPage => {
        const { slug, headline, language, notice = '', at = '' } = story;
        const facts = [slug, headline, language, notice, at, ...instead.map(({ mark }) => mark)];
        return {
          address: storyAddress(slug),
          key: hashOf(facts.join('\n'), 16),
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
    counts: { stories: filed.length, briefs: briefs.length, withdrawn: notices.length },
    relatedOf: (slug) => shown.trails(linksOf(slug)),
  };
  return {
    plan,
    notices: [...relations.notices, ...said].toSorted((one, other) =>
      compareRefs(one.ref, other.ref),
    ),
    refused: ofPublisher.refused,
    memory: remember(memory, [
      ...filed.map(({ item, trail }) => [item.id, trail.slug] as const),
      ...relations.briefSlugs,
    ]),
  };
}

/** A story or a brief as a line in a list, and what the line is made from. */
interface Line {
  trail: Trail;
  mark: string;
}

function toLine(trail: Trail): Line {
  const { slug, kind, language, label = '', headline } = trail;
  return { trail, mark: `${slug} ${kind} ${language} ${label}\t${headline}` };
}

interface Shown {
  trails: (links: readonly Link[]) => RelatedTrail[];
  marks: (links: readonly Link[]) => string[];
}

function showWith(lines: ReadonlyMap<string, Line>): Shown {
  return {
    trails: (links) =>
      links.flatMap(({ slug, reason }) => {
        const line = lines.get(slug);
        return line === undefined ? [] : [toRelatedLine({ ...line.trail, ...present({ reason }) })];
      }),
    marks: (links) => links.map(({ slug, reason = '' }) => `${lines.get(slug)?.mark}\t${reason}`),
  };
}

/** The stories with their related lists and, in each section, the way to the next older one; newest first. */
function planStories(
  filed: readonly Filed[],
  linksOf: (slug: string) => readonly Link[],
  shown: Shown,
): PlannedPage[] {
  const olderIn = new Map<string, Filed>();
  const oldestFirst: PlannedPage[] = [];
  for (let index = filed.length - 1; index >= 0; index -= 1) {
    const one = filed[index];
    if (one === undefined) continue;
    const { slug, section } = one.trail;
    const next = section === undefined ? undefined : olderIn.get(section.slug);
    if (section !== undefined) olderIn.set(section.slug, one);
    const links = linksOf(slug);
    const older = next === undefined ? undefined : toLine(next.trail);
    const facts = [one.own, slug, section?.name, older?.mark, ...shown.marks(links)];
    oldestFirst.push({
      address: storyAddress(slug),
      key: hashOf(facts.join('\n'), 16),
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
    key: hashOf(facts.join('\n'), 16),
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
