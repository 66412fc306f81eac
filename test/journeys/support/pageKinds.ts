import type { Page } from '@playwright/test';
import { pageAddress, storyAddress } from '../../../src/model/address.ts';
import { ownPages } from '../../../src/model/edition.ts';
import type { Withdrawn } from '../../../src/model/story.ts';
import { oneOf, type Edition } from './editions.ts';
import { appStarted } from './reading.ts';

/** One kind of page and how a reader comes to it. */
export interface PageKind {
  name: string;
  /** Its address, where it has one of its own in the sample. */
  address?: string;
  open: (page: Page) => Promise<void>;
}

/** Every kind of page, by name. The addresses come from what was published, not from a list here. */
export function pageKinds(edition: Edition): PageKind[] {
  const { stories, briefs, lists, documents, front } = edition;
  const plain = oneOf(stories, 'story', ({ slug }) => slug === front.lead?.trail.slug);
  const byLength = stories.toSorted((one, other) => one.words - other.words);
  const blockKinds = ({ body }: (typeof stories)[number]): number =>
    new Set(body.map(({ type }) => type)).size;
  const story = (name: string, found: { slug: string } | undefined): PageKind =>
    at(name, storyAddress(found?.slug ?? ''));
  const list = (kind: string): PageKind =>
    at(kind, oneOf(lists, kind, (one) => one.kind === kind && one.page === undefined).address);
  const own = oneOf([...documents], 'own page', ([, one]) => one.kind === 'page');
  return [
    at('front', '/'),
    story('lead story', plain),
    story(
      'story of many blocks',
      stories.toSorted((one, other) => blockKinds(other) - blockKinds(one))[0],
    ),
    story(
      'right-to-left story',
      oneOf(stories, 'right-to-left story', (one) => one.dir === 'rtl'),
    ),
    story('unspaced story', oneOf(stories, 'unspaced story', isUnspaced)),
    story(
      'story with a correction',
      oneOf(stories, 'correction', (one) => one.corrections.length > 0),
    ),
    story(
      'very long headline',
      stories.toSorted((one, other) => other.headline.length - one.headline.length)[0],
    ),
    story('very short story', byLength[0]),
    story('brief', briefs[0]),
    list('section'),
    list('tag'),
    list('author'),
    list('archive'),
    at('months', '/archive'),
    at('own page', own[0]),
    ...ownPages.map((page) => at(`reader's ${page}`, pageAddress(page))),
    at('not in this edition', '/no-such-page'),
    { name: 'withdrawn', open: (page) => openWithdrawn(page, edition) },
    { name: 'problem', open: (page) => openProblem(page, edition) },
  ];
}

function at(name: string, address: string): PageKind {
  return {
    name,
    address,
    open: async (page) => {
      await page.goto(linkTo(address));
    },
  };
}

/** An address as the journeys ask for it: relative, since an edition may live under a base path. */
export function linkTo(address: string): string {
  return `.${address}`;
}

function isUnspaced({ language }: { language: string }): boolean {
  return /^(ja|zh)\b/.test(language);
}

/** A story of the front page that nothing fetches ahead: it stands in no related list. */
export function quietStory({ front }: Edition): { slug: string; headline: string } {
  const related = new Set(front.lead?.related.map(({ slug }) => slug));
  const trails = front.strips.flatMap((strip) => strip.trails);
  return oneOf(trails, 'story beside the related list', ({ slug }) => !related.has(slug));
}

/** The link of a story in the main part of the page. */
export function linkOf(page: Page, { headline }: { headline: string }) {
  return page.getByRole('main').getByRole('link', { name: headline, exact: true }).last();
}

async function openWithdrawn(page: Page, edition: Edition): Promise<void> {
  const quiet = quietStory(edition);
  const notice: Withdrawn = {
    schema: 'lede-story/1',
    slug: quiet.slug,
    version: '0'.repeat(16),
    headline: quiet.headline,
    language: 'en',
    dir: 'ltr',
    related: edition.front.lead?.related ?? [],
    kind: 'withdrawn',
    notice: 'It gave two people the same name. A corrected story is being written.',
    at: edition.front.published,
  };
  await page.route(`**/story/${quiet.slug}.json`, (route) => route.fulfill({ json: notice }));
  await page.goto('./');
  // Before that, the link is a plain one and leads to the host's own page.
  await appStarted(page);
  await linkOf(page, quiet).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
}

async function openProblem(page: Page, edition: Edition): Promise<void> {
  const quiet = quietStory(edition);
  await page.route(`**/story/${quiet.slug}.json`, (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"schema":"lede-story' }),
  );
  await page.goto('./');
  // Before that, the link is a plain one and leads to the host's own page.
  await appStarted(page);
  await linkOf(page, quiet).click();
  await page.getByRole('heading', { level: 1, name: 'The page arrived damaged' }).waitFor();
}
