import { frontAddress, sectionAddress, storyAddress } from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import type { StoryTime } from '../../model/time.ts';
import type { Trail } from '../../model/trail.ts';
import { seal, unsealed } from '../desk/version.ts';
import { createPageRenderer } from './pages.ts';

/** By then the engine has compiled what most pages need. */
const times = 4;

/**
 * Renders a few pages of nothing, so that the first real ones do not take ten times as long as those that follow: most
 * runs make a dozen pages, and a thread that makes them has nothing to do before.
 */
export function warmUp(): void {
  const site: Site = {
    ...{ schema: 'lede-site/1', name: 'Warm-up', language: 'en', dir: 'ltr', base: '/' },
    ...{ sections: [section], pages: [] },
  };
  const sheets = [{ name: 'base', text: '.story{margin:0}', isForAll: true }];
  const render = createPageRenderer(site, { scripts: [], sheets, files: [] });
  for (let time = 0; time < times; time += 1) {
    for (const [address, document] of pages) void render({ address, document });
  }
}

const section = { slug: 'news', name: 'News' };
const published: StoryTime = {
  ...{ at: '2025-12-17T04:10:00Z', day: '2025-12-17' },
  ...{ date: '17 December 2025', brief: '17 Dec', clock: '04:10' },
};
const trail: Trail = {
  ...{ slug: 'one', kind: 'story', headline: 'One', summary: 'Two.', language: 'en', dir: 'ltr' },
  ...{ section, byline: 'Three', published, minutes: 1 },
};
const trails = Array.from({ length: 6 }, () => trail);

const pages: [string, PageDocument][] = [
  [
    storyAddress('one'),
    seal({
      ...{ schema: 'lede-story/1', kind: 'story', slug: 'one', version: unsealed },
      ...{ headline: 'One', language: 'en', dir: 'ltr', standfirst: 'Two.', section, published },
      ...{ byline: { text: 'Three', authors: [{ slug: 'three', name: 'Three' }] } },
      ...{ topics: [{ slug: 'four', name: 'Four', kind: 'tag' }], words: 1, minutes: 1 },
      body: [
        { type: 'paragraph', children: ['Five ', { type: 'strong', children: ['six'] }, '.'] },
        { type: 'heading', level: 2, children: ['Seven'] },
      ],
      ...{ corrections: [], next: trail, related: trails.map((one) => ({ ...one })) },
    }),
  ],
  [
    sectionAddress('news'),
    seal({
      ...{ schema: 'lede-list/1', kind: 'section', version: unsealed, title: 'News', trails },
      ...{ address: sectionAddress('news'), stories: trails.length },
    }),
  ],
  [
    frontAddress,
    seal({
      ...{ schema: 'lede-front/1', kind: 'front', version: unsealed, published, day: 'Wednesday' },
      ...{ stories: trails.length, second: trails, strips: [{ section, trails }], latest: trails },
      months: [{ month: '2025-12', name: 'December 2025', stories: trails.length }],
    }),
  ],
];
