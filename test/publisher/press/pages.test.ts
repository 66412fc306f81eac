import { expect, it } from 'vitest';
import type { PageDocument } from '../../../src/model/document.ts';
import type { Site } from '../../../src/model/edition.ts';
import type { FullStory } from '../../../src/model/story.ts';
import { seal, unsealed } from '../../../src/publisher/desk/version.ts';
import { createPageRenderer } from '../../../src/publisher/press/pages.ts';

const science = { slug: 'science', name: 'Science' };
const world = { slug: 'world', name: 'World' };
const site: Site = {
  ...{ schema: 'lede-site/1', name: 'The Courier', language: 'en', dir: 'ltr', base: '/' },
  ...{ sections: [science, world], pages: [] },
};
const published = {
  at: '2025-12-17T04:10:00Z',
  day: '2025-12-17',
  date: '17 December 2025',
  brief: '17 Dec',
};

function story(slug: string, more: Partial<FullStory> = {}): PageDocument {
  return seal({
    ...{ schema: 'lede-story/1', kind: 'story', slug, version: unsealed, headline: `On ${slug}` },
    ...{ language: 'en', dir: 'ltr', words: 1, minutes: 1, corrections: [] },
    // As a source may write it who wants to be taken for a part of ours.
    body: [{ type: 'paragraph', children: ['<lede-part data-at="0"></lede-part>'] }],
    topics: [{ slug: 'four', name: 'Four', kind: 'tag' }],
    related: [{ slug: 'other', kind: 'story', headline: 'Other', language: 'en', dir: 'ltr' }],
    ...more,
  });
}

function list(address: string): PageDocument {
  return seal({
    ...{ schema: 'lede-list/1', kind: 'section', version: unsealed, title: 'Science' },
    ...{ address, stories: 1, trails: [] },
  });
}

const own = (page: 'saved' | 'history'): PageDocument =>
  seal({ schema: 'lede-own/1', kind: 'own', version: unsealed, page });

const pages: [string, PageDocument?][] = [
  ['/404'],
  ['/story/moon', story('moon', { section: science })],
  ['/story/tide', story('tide', { section: world })],
  ['/story/rain', story('rain')],
  ['/section/science', list('/section/science')],
  ['/section/science/2', list('/section/science')],
  ['/tag/four', list('/tag/four')],
  ['/saved', own('saved')],
  ['/history', own('history')],
  [
    '/',
    seal({
      ...{ schema: 'lede-front/1', kind: 'front', version: unsealed, published },
      ...{ day: 'Wednesday', stories: 1, second: [], strips: [], latest: [], months: [] },
    }),
  ],
];

const build = {
  scripts: [],
  sheets: [{ name: 'base', text: 'p{margin:0}', isForAll: true }],
  files: [],
};
const renderer = () => {
  const render = createPageRenderer(site, build);
  return ([address, document]: (typeof pages)[number]): string => {
    const html = render({
      address,
      ...(document && { document, json: JSON.stringify(document) }),
    });
    if (typeof html !== 'string') throw new Error('a page was not made at once');
    return html;
  };
};

it('prints a page as it prints it alone, whatever it printed before', () => {
  const render = renderer();
  const alone = pages.map((page) => renderer()(page));
  expect(pages.map(render)).toEqual(alone);
  // And once more, now that all that pages share is there.
  expect(pages.toReversed().map(render)).toEqual(alone.toReversed());
});

it('marks in the masthead where a page belongs', () => {
  const render = renderer();
  const marked = pages.map(
    (page) => /<a aria-current="(?:page|true)" href="([^"]+)"/.exec(render(page))?.[1],
  );
  const sections = ['/section/science', '/section/world', undefined, '/section/science'];
  expect(marked).toEqual([
    undefined,
    ...sections,
    ...['/section/science', undefined, '/saved', undefined, '/'],
  ]);
});

it('leaves no sign of what is shared, and takes no text of a source for one', () => {
  const render = renderer();
  for (const page of pages) expect(render(page)).not.toContain('<lede-part');
  expect(render(['/story/moon', story('moon')])).toContain(
    '&lt;lede-part data-at=&quot;0&quot;&gt;',
  );
});
