import type { Locator, Page } from '@playwright/test';

/** The related headlines of the page. */
export function relatedList(page: Page): Locator {
  return page.getByRole('region', { name: /^Related/ });
}

/** Where the reader is on the page: pixels from the top. */
export function placeOf(page: Page): Promise<{ scroll: number }> {
  return page.evaluate(() => ({ scroll: window.scrollY }));
}

/** Waits until the app has taken the page over: its first control works then. */
export async function appStarted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Appearance' }).and(page.locator(':enabled')).waitFor();
}

/** Records what the page asks its host for, from now on: paths, in order. */
export function recordRequests(page: Page): { documents: string[]; data: string[] } {
  const record = { documents: [] as string[], data: [] as string[] };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'document') record.documents.push(pathname);
    // The pointer is asked for on its own account.
    else if (pathname.endsWith('.json') && !pathname.endsWith('/latest.json')) {
      record.data.push(pathname);
    }
  });
  return record;
}

/** Waits until type and pictures are on screen and nothing is asked for any more. */
export async function settled(page: Page): Promise<void> {
  await appStarted(page);
  await page.evaluate(async () => {
    // Pictures further down load when they come near.
    for (const image of document.images) image.loading = 'eager';
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}

/** A reader who was here before: the reading face is in use from the second page on. */
export async function readerReturns(page: Page): Promise<void> {
  await page.goto('./');
  await settled(page);
}
