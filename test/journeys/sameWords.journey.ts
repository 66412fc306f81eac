import type { PageDocument } from '../../src/model/document.ts';
import type { Trail } from '../../src/model/trail.ts';
import { bodyTexts } from '../../src/model/words.ts';
import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';

// Words alone: most of what a page costs here is drawing it.
const viewport = { width: 320, height: 240 };
test.use({ javaScriptEnabled: false, breaksNetwork: true, viewport });

/** What a document says, as far as a page of it has to show it. */
function saidBy(document: PageDocument): string[] {
  const headline = (trail: Trail): string => trail.headline;
  const summed = ({ headline: title, summary = '' }: Trail): string[] => [title, summary];
  switch (document.schema) {
    case 'lede-front/1': {
      const { lead, second, strips, latest, day } = document;
      return [
        day,
        ...(lead === undefined ? [] : [lead.trail.headline, lead.standfirst ?? '']),
        ...(lead?.opening ?? []),
        ...(lead?.related.map(headline) ?? []),
        ...[...second, ...strips.flatMap(({ trails }) => trails)].flatMap(summed),
        ...strips.map(({ section }) => section.name),
        ...latest.map(headline),
      ];
    }
    case 'lede-story/1':
      return [
        document.headline,
        ...(document.kind === 'story' ? [document.standfirst ?? ''] : []),
        ...(document.kind === 'story' ? bodyTexts(document.body) : []),
        ...(document.kind === 'withdrawn' ? [document.notice ?? ''] : []),
        ...document.related.map(headline),
      ];
    case 'lede-list/1':
      return [document.title, ...document.trails.flatMap(summed)];
    case 'lede-archive/1':
      return document.months.map(({ name }) => name);
    case 'lede-page/1':
      return [document.headline, ...bodyTexts(document.body)];
    case 'lede-own/1':
      return [];
  }
}

test('every page says what its data says', async ({ page, edition }) => {
  test.slow();
  // Line breaks and blocks part words on the page, not in its text.
  const plain = (text: string): string => text.replace(/\s+/g, '');
  let count = 0;
  for (const [address, document] of edition.documents) {
    await page.goto(linkTo(address));
    const shown = plain((await page.locator('#root').textContent()) ?? '');
    for (const said of saidBy(document)) {
      expect(shown, address).toContain(plain(said));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(500);
});
