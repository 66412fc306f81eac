import type { Config } from '../../../src/publisher/config.ts';
import type { EditedItem } from '../../../src/publisher/desk/filed.ts';
import { layOut } from '../../../src/publisher/desk/layOut.ts';
import { emptyMemory } from '../../../src/publisher/desk/memory.ts';
import type { WireItem } from '../../../src/publisher/wire/wireItem.ts';

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

/** An item with its address, as it comes to the layout. */
export function edited(slug: string, fields: Partial<EditedItem> = {}): EditedItem {
  const { ref = `stories/${slug}.json`, headline = `Headline of ${slug}` } = fields;
  const body: EditedItem['body'] = [{ type: 'paragraph', children: [`Text of ${slug}.`] }];
  const { picture: _, body: __, ...plain } = wired({ ref, headline });
  return { ...plain, slug, body, ...fields };
}

type DeskInput = Parameters<typeof layOut>[0];

/** The layout of an edition of these items. */
export function laidOut(items: EditedItem[], more: Partial<DeskInput> = {}) {
  return layOut({ config, items, withdrawn: [], ownPages: [], memory: emptyMemory, now, ...more });
}

/** `count` stories, one a day, `story-1` the oldest. */
export function days(count: number, fields: Partial<EditedItem> = {}): EditedItem[] {
  return Array.from({ length: count }, (_, index) =>
    edited(`story-${index + 1}`, {
      published: new Date(Date.UTC(2025, 0, 1 + index, 9)).toISOString(),
      ...fields,
    }),
  );
}
