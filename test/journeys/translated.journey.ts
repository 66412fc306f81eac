import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { oneOf } from './support/editions.ts';
import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted, relatedList } from './support/reading.ts';

/** What a browser's translator does to a page: each text is put, changed, into two <font> elements. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    const isWords = text.parentElement?.closest('script, style, font') === null;
    if (text instanceof Text && isWords && text.data.trim() !== '') texts.push(text);
  }
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(`${text.data} (translated)`);
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** React's number for a text that is not what it was: it then draws the page anew. */
const otherText = /React error #418\b/;

/** The first related headline leads on, the wordmark leads home, and each page is whole. */
async function readOn(page: Page, next: string): Promise<void> {
  await relatedList(page).getByRole('link', { name: next }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: next })).toBeVisible();
  await expect(page.getByRole('main').getByRole('paragraph').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.getByRole('banner').getByRole('link', { name: 'Lede' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
}

for (const when of ['before the app begins', 'while it is read'] as const) {
  test(`a page that a translator rewrote ${when} stays whole, and its links lead on`, async ({
    browser,
    baseURL,
    edition,
  }) => {
    const isFull = ({ kind }: { kind: string }): boolean => kind === 'story';
    const story = oneOf(edition.stories, 'story', ({ related }) => related.some(isFull));
    const next = oneOf(story.related, 'related story', isFull);
    // Not watched: React reports that the page is not what it was; any other error is a fault still.
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const uncaught: string[] = [];
    context.on('weberror', (error) => uncaught.push(error.error().message));
    const page = await context.newPage();
    if (when === 'before the app begins') {
      await page.addInitScript(
        `addEventListener('DOMContentLoaded', ${String(translate)}, { once: true })`,
      );
    }
    await page.goto(linkTo(storyAddress(story.slug)));
    await appStarted(page);
    if (when === 'while it is read') await page.evaluate(translate);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(story.headline);
    await readOn(page, next.headline);
    expect(uncaught.filter((message) => !otherText.test(message))).toEqual([]);
    await context.close();
  });
}
