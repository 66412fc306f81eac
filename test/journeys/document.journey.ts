import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted, placeOf, relatedList } from './support/reading.ts';

test.use({ editionName: 'document' });

test('a text document becomes a front whose 17 related headlines lead out and back', async ({
  page,
  edition,
}) => {
  const related = edition.front.lead?.related ?? [];
  expect(related).toHaveLength(17);
  await page.goto('./');
  await appStarted(page);
  const rail = relatedList(page);
  await expect(rail.getByRole('listitem')).toHaveCount(17);
  // The story stays where it is: only the list that is gone through moves.
  await page.setViewportSize({ width: 390, height: 500 });

  for (const { headline } of related) {
    const link = rail.getByRole('link', { name: headline });
    await link.scrollIntoViewIfNeeded();
    await link.click({ trial: true });
    const { scroll } = await placeOf(page);
    await link.click();
    await expect(
      page.getByRole('heading', { level: 1, name: headline, exact: true }),
    ).toBeFocused();
    // The headline before it may still be there, hidden.
    const brief = page.getByRole('article');
    await expect(brief.getByText('Headline only', { exact: true })).toBeVisible();
    await expect(brief.getByText('The full text is not in this edition.')).toBeVisible();
    await page.goBack();
    await expect(link).toBeFocused();
    expect((await placeOf(page)).scroll, headline).toBeCloseTo(scroll, -1);
  }
});

test('a brief leads to the story that named it and to its neighbours', async ({
  page,
  edition,
}) => {
  const brief = edition.briefs[0];
  const lead = edition.front.lead?.trail.headline ?? '';
  await page.goto(linkTo(`/story/${brief?.slug}`));
  await expect(page.getByRole('heading', { level: 2, name: 'Named by' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(relatedList(page).getByRole('link')).not.toHaveCount(0);
  await main.getByRole('link', { name: lead }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: lead })).toBeVisible();
});

test('every address of the document opens and reloads on its own', async ({ page, edition }) => {
  expect(edition.documents.size).toBeGreaterThan(17);
  for (const { slug, headline } of [...edition.briefs, ...edition.stories]) {
    const answer = await page.request.get(linkTo(`/story/${slug}`));
    expect(answer.status(), slug).toBe(200);
    expect(answer.url(), 'no redirect').toContain(`/story/${slug}`);
    expect(headline).not.toBe('');
  }
  const { slug, headline } = edition.briefs.at(-1) ?? { slug: '', headline: '' };
  await page.goto(linkTo(`/story/${slug}`));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
});

test('invents no date, byline or place where the text has none', async ({ edition }) => {
  for (const story of edition.stories) {
    expect(story).not.toHaveProperty('published');
    expect(story).not.toHaveProperty('byline');
    expect(story).not.toHaveProperty('dateline');
  }
});
