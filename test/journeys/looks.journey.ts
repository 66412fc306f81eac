import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { Block } from '../../src/model/body.ts';
import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

async function openAppearance(page: Page): Promise<Locator> {
  await appStarted(page);
  await page.getByRole('button', { name: 'Appearance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Appearance' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Words that lie on each other, or reach out of what holds them. */
function clashes(within: Locator): Promise<string[]> {
  return within.evaluate((holder) => {
    const { left, right } = holder.getBoundingClientRect();
    const places = [...holder.querySelectorAll('legend, label > span, h2, button')].map(
      (element) => ({ name: element.textContent, box: element.getBoundingClientRect() }),
    );
    const out = places.filter(({ box }) => box.left < left - 1 || box.right > right + 1);
    const upon = places.flatMap((one, index) =>
      places
        .slice(index + 1)
        .filter(
          ({ box }) =>
            box.left < one.box.right - 1 &&
            box.right > one.box.left + 1 &&
            box.top < one.box.bottom - 1 &&
            box.bottom > one.box.top + 1,
        )
        .map((other) => `${one.name} on ${other.name}`),
    );
    return [...out.map(({ name }) => `${name} reaches out`), ...upon];
  });
}

for (const { name, width, text } of [
  { name: 'a phone with text at 200 percent', width: 390, text: '200%' },
  { name: 'the smallest phone', width: 320, text: '100%' },
]) {
  test(`${name} keeps the wordmark on one line and every setting in its place`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./');
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, text);
    const wordmark = page.getByRole('banner').getByRole('link', { name: 'Lede' });
    expect(await wordmark.evaluate((link) => link.getClientRects().length)).toBe(1);
    const dialog = await openAppearance(page);
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeInViewport({ ratio: 1 });
    expect(await clashes(dialog)).toEqual([]);
  });
}

test('on a phone the row of sections reaches from edge to edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  const row = await page.getByRole('navigation').first().boundingBox();
  expect(row).toMatchObject({ x: 0, width: 390 });
});

test('who has their own colours sees the size slider and what is chosen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./');
  const dialog = await openAppearance(page);
  const slider = await dialog.getByRole('slider').screenshot();
  const { channels } = await sharp(slider).stats();
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(5);
  const lines = dialog.getByRole('group', { name: 'Lines' });
  const edge = (option: string) =>
    lines
      .getByText(option, { exact: true })
      .evaluate((label) => getComputedStyle(label).borderBlockEndColor);
  expect(await edge('Open')).toBe(
    await dialog.evaluate((panel) => getComputedStyle(panel).backgroundColor),
  );
  expect(await edge('Normal')).not.toBe(await edge('Open'));
});

test('seven related headlines or fewer stand in one column, more begin level', async ({
  page,
  edition,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const listed = [...edition.stories, ...edition.briefs].filter(({ related }) => {
    return related.length > 1 && new Set(related.map(({ reason }) => reason)).size === 1;
  });
  const short = listed.find(({ related }) => related.length <= 7);
  const long = listed.find(({ related }) => related.length > 7);
  const places = async (slug: string | undefined) => {
    await page.goto(linkTo(`/story/${slug}`));
    await appStarted(page);
    const rows = page.getByRole('region', { name: /^Related/ }).getByRole('listitem');
    return rows.evaluateAll((items) =>
      items.map((item) => {
        const { left, top } = item.getBoundingClientRect();
        return { left: Math.round(left), top: Math.round(top) };
      }),
    );
  };
  const few = await places(short?.slug);
  expect(new Set(few.map(({ left }) => left)).size).toBe(1);
  const many = await places(long?.slug);
  const heads = many.filter(({ left }, index) => left !== many[index - 1]?.left);
  expect(heads.length).toBe(3);
  expect(new Set(heads.map(({ top }) => top)).size).toBe(1);
});

/** What stands apart from the paragraphs around it. */
const apart = new Set<Block['type']>(['note', 'embed', 'pullquote', 'table']);

for (const width of [390, 1440]) {
  test(`what stands apart in a text has equal room above and below, at ${width} pixels`, async ({
    page,
    edition,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const stories = edition.stories.filter(({ body }) => body.some(({ type }) => apart.has(type)));
    expect(stories.length).toBeGreaterThan(3);
    for (const { slug } of stories) {
      await page.goto(linkTo(`/story/${slug}`));
      const uneven = await page.locator('article').evaluate((article) => {
        const body = article.querySelector('p + p:not([class])')?.parentElement;
        const inFlow = [...(body?.children ?? [])].filter(
          (block) => getComputedStyle(block).float === 'none',
        );
        const gap = (index: number) =>
          (inFlow[index + 1]?.getBoundingClientRect().top ?? 0) -
          (inFlow[index]?.getBoundingClientRect().bottom ?? 0);
        // A note and a card are paragraphs too, with a rule above them.
        const isText = (block: Element | undefined) =>
          block?.matches('p') === true && getComputedStyle(block).borderBlockStartWidth === '0px';
        return inFlow.flatMap((block, index) => {
          const after = inFlow[index + 1];
          if (isText(block)) {
            return isText(after) && gap(index) < 5 ? [`${after?.textContent}: no room`] : [];
          }
          if (!isText(inFlow[index - 1]) || !isText(after) || /^H\d$/.test(block.tagName))
            return [];
          const [above, below] = [gap(index - 1), gap(index)];
          return Math.abs(above - below) > 1.5
            ? [`${block.textContent?.slice(0, 40)}: ${above} above, ${below} below`]
            : [];
        });
      });
      expect(uneven, slug).toEqual([]);
    }
  });
}
