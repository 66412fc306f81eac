import { storyAddress } from '../../../src/model/address.ts';
import type { PageDocument } from '../../../src/model/document.ts';
import type { FullStory } from '../../../src/model/story.ts';
import type { Config } from '../../../src/publisher/config.ts';
import { placeStory, type Filed } from '../../../src/publisher/desk/filed.ts';
import { toCopy, type EditedItem } from '../../../src/publisher/desk/toCopy.ts';
import { toFront } from '../../../src/publisher/desk/front.ts';
import { layOut } from '../../../src/publisher/desk/layOut.ts';
import { emptyMemory, type Memory } from '../../../src/publisher/desk/memory.ts';
import { newestFirst } from '../../../src/publisher/desk/order.ts';
import type { OwnPageCopy } from '../../../src/publisher/desk/ownPages.ts';
import type { PlannedPage } from '../../../src/publisher/desk/plan.ts';
import { slipOf } from '../../../src/publisher/desk/slip.ts';
import { toSections } from '../../../src/publisher/desk/topics.ts';
import type { WithdrawnStory } from '../../../src/publisher/desk/withdrawn.ts';
import { openRelatedDesk } from '../../../src/publisher/editing/relatedDesk.ts';
import { signCopy } from '../../../src/publisher/editing/signCopy.ts';
import { toPointer } from '../../../src/publisher/press/pointer.ts';
import type { Refusal, WireItem } from '../../../src/publisher/wire/wireItem.ts';

export const now = new Date('2025-12-17T04:10:00Z');

export const config: Config = {
  name: 'The Sample',
  language: 'en-GB',
  timeZone: 'UTC',
  sections: ['Science', 'History'],
  front: [],
  pages: [],
};

/** An item as a source gives it; what a test does not care about is as plain as can be. */
export function wired(fields: Partial<WireItem> = {}): WireItem {
  const ref = fields.ref ?? 'stories/moon.json';
  return {
    ref,
    file: ref,
    id: fields.givenSlug ?? ref,
    headline: 'The Moon moves away',
    tags: [],
    people: [],
    places: [],
    body: [],
    related: [],
    corrections: [],
    draft: false,
    ...fields,
  };
}

/** An item with its address, as it comes to the desk. */
export type Addressed = EditedItem & { slug: string };

export function edited(slug: string, fields: Partial<Addressed> = {}): Addressed {
  const { ref = `stories/${slug}.json`, headline = `Headline of ${slug}` } = fields;
  const body: EditedItem['body'] = [{ type: 'paragraph', children: [`Text of ${slug}.`] }];
  const { picture: _, body: __, ...plain } = wired({ ref, headline });
  return { ...plain, slug, body, ...fields };
}

interface More {
  config?: Config;
  withdrawn?: readonly WithdrawnStory[];
  ownPages?: readonly OwnPageCopy[];
  memory?: Memory;
  now?: Date;
  flatBefore?: string | undefined;
}

/** The plan of an edition of these items. */
export function planned(items: readonly Addressed[], more: More = {}) {
  const { config: settings = config, withdrawn = [], ownPages = [], memory = emptyMemory } = more;
  const { flatBefore } = more;
  const related = openRelatedDesk(undefined);
  const ordered = newestFirst(items);
  const names = ordered.map(({ section }) => section);
  const sections = toSections(settings.sections, names, settings.language);
  const drafts = new Map<Filed, FullStory>();
  const spiked: Refusal[] = [];
  const filed = ordered.flatMap((item): Filed[] => {
    const copy = toCopy(item, settings);
    const placed = copy.ok
      ? placeStory(copy.value.facts, item, item.slug, sections.find(item.section))
      : copy;
    if (!copy.ok || !placed.ok) {
      spiked.push({ ref: item.ref, problems: placed.ok ? [] : placed.problems });
      return [];
    }
    related.sign(copy.value.facts.own, signCopy(item.slug, item, copy.value));
    drafts.set(placed.value, copy.value.draft);
    return [placed.value];
  });
  const notes = filed.map(() => ({ slip: slipOf(wired(), '', []) }));
  const { fill } = related.settle(filed, (at) => notes[at]);
  const input = {
    config: settings,
    filed,
    sections,
    withdrawn,
    ownPages,
    memory,
    fill,
    flatBefore,
  };
  return { ...layOut(input), drafts, spiked };
}

/** The layout of an edition of these items, every document made. */
export function laidOut(items: readonly Addressed[], more: More = {}) {
  const { plan, drafts, spiked, notices, refused, memory } = planned(items, more);
  const { config: settings = config, now: at = now } = more;
  const versions = new Map<string, string>();
  const make = (page: PlannedPage): PageDocument => {
    const document = page.make(page.story === undefined ? undefined : drafts.get(page.story));
    versions.set(page.address, document.version);
    return document;
  };
  const stories = plan.leaves.map(make).filter((one) => one.schema === 'lede-story/1');
  const months = make(plan.index);
  if (months.schema !== 'lede-archive/1') throw new Error('the index of months is not one');
  const lists = plan.lists.map((page) => {
    const list = page.make();
    versions.set(page.address, list.version);
    return { pageAddress: page.address, list };
  });
  const lead = stories.find(({ slug }) => slug === plan.front.lead?.trail.slug);
  const front = toFront({
    ...{ config: settings, now: at, chosen: plan.front, months: plan.months },
    filed: plan.filed,
    ...(lead?.kind === 'story' ? { leadStory: lead } : {}),
    versionOf: (slug) => versions.get(storyAddress(slug)),
  });
  const pointer = toPointer(plan, front, (address) => versions.get(address));
  const { site, pages } = plan;
  return {
    laidOut: { site, front, stories, lists, months, pages, pointer },
    ...{ notices, memory, refused: [...spiked, ...refused] },
  };
}

/** `count` stories, one a day, `story-1` the oldest. */
export function days(count: number, fields: Partial<Addressed> = {}): Addressed[] {
  return Array.from({ length: count }, (_, index) =>
    edited(`story-${index + 1}`, {
      published: new Date(Date.UTC(2025, 0, 1 + index, 9)).toISOString(),
      ...fields,
    }),
  );
}
