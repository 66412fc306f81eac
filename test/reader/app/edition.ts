import type { Site } from '../../../src/model/edition.ts';
import type { FullStory } from '../../../src/model/story.ts';
import type { RelatedTrail } from '../../../src/model/trail.ts';

/** A small publication for tests of the app. */
export const site: Site = {
  schema: 'lede-site/1',
  name: 'The Courier',
  language: 'en-GB',
  dir: 'ltr',
  base: '/',
  sections: [{ slug: 'science', name: 'Science' }],
  pages: [],
};

export function storyOf(slug: string, headline: string, related: RelatedTrail[]): FullStory {
  return {
    schema: 'lede-story/1',
    kind: 'story',
    slug,
    version: '0123456789abcdef',
    headline,
    language: 'en-GB',
    dir: 'ltr',
    related,
    topics: [],
    body: [{ type: 'paragraph', children: [`The first paragraph of ${slug}.`] }],
    words: 5,
    minutes: 1,
    corrections: [],
  };
}

export function trailOf(slug: string, headline: string): RelatedTrail {
  return { slug, kind: 'story', headline, language: 'en-GB', dir: 'ltr' };
}
