import type { Front, List, Site } from '../../../src/model/edition.ts';
import type { Picture } from '../../../src/model/picture.ts';
import type { Brief, FullStory } from '../../../src/model/story.ts';
import type { StoryTime } from '../../../src/model/time.ts';
import type { RelatedTrail, Trail } from '../../../src/model/trail.ts';

export const site: Site = {
  schema: 'lede-site/1',
  name: 'The Courier',
  language: 'en-GB',
  dir: 'ltr',
  base: '/news/',
  sections: [
    { slug: 'science', name: 'Science' },
    { slug: 'history', name: 'History' },
  ],
  pages: [{ slug: 'imprint', name: 'Imprint' }],
};

const version = '0123456789abcdef';

/** `17 December 2025` at a clock time, or another day of that month. */
export function timeOf(clock: string, day = 17): StoryTime {
  const date = `2025-12-${day}`;
  return {
    at: `${date}T${clock}:00+00:00`,
    day: date,
    date: `${day} December 2025`,
    brief: `${day} Dec`,
    clock,
  };
}

export function trailOf(slug: string, headline: string, more: Partial<Trail> = {}): Trail {
  return { slug, kind: 'story', headline, language: 'en-GB', dir: 'ltr', ...more };
}

/** As many ranked headlines as asked for, without reasons. */
export function relatedOf(count: number): RelatedTrail[] {
  return Array.from({ length: count }, (_, index) =>
    trailOf(`related-${index + 1}`, `Related headline ${index + 1}`, { kind: 'brief' }),
  );
}

export const arabicTrail = trailOf('s-0a1b2c3d', 'ابن الهيثم وغرفته المظلمة', {
  language: 'ar',
  dir: 'rtl',
});

export const moonPicture: Picture = {
  alt: 'A gibbous Moon',
  caption: 'The Moon on the fourth day.',
  credit: 'Drawing: The Courier',
  width: 1440,
  height: 880,
  avif: [{ src: 'media/moon-720.avif', width: 720 }],
  jpeg: [
    { src: 'media/moon-720.jpg', width: 720 },
    { src: 'media/moon-1440.jpg', width: 1440 },
  ],
};

export function storyOf(more: Partial<FullStory> = {}): FullStory {
  return {
    schema: 'lede-story/1',
    kind: 'story',
    version,
    slug: 'moon',
    headline: 'The Moon is leaving us',
    language: 'en-GB',
    dir: 'ltr',
    related: [],
    topics: [],
    body: [{ type: 'paragraph', children: ['Mirrors on the Moon return the light of lasers.'] }],
    words: 9,
    minutes: 1,
    corrections: [],
    ...more,
  };
}

export function briefOf(more: Partial<Brief> = {}): Brief {
  return {
    schema: 'lede-story/1',
    kind: 'brief',
    version,
    slug: 'smelter',
    headline: 'A smelter is planned',
    language: 'en-GB',
    dir: 'ltr',
    related: [],
    namedBy: [],
    ...more,
  };
}

export function frontOf(more: Partial<Front> = {}): Front {
  return {
    schema: 'lede-front/1',
    kind: 'front',
    version,
    published: timeOf('06:00'),
    day: 'Wednesday 17 December 2025',
    stories: 1,
    second: [],
    strips: [],
    latest: [],
    months: [],
    ...more,
  };
}

export function listOf(more: Partial<List> = {}): List {
  return {
    schema: 'lede-list/1',
    kind: 'section',
    version,
    address: '/section/science',
    title: 'Science',
    trails: [],
    ...more,
  };
}
