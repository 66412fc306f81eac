import type { Page } from '@playwright/test';

/** From the next page on, sums what moves without the reader's doing. To be called before the page is opened. */
export async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'));
      Reflect.set(window, 'shift', shift);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Cumulative layout shift of the open page so far, no unit. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'shift') ?? 0));
}
