import type { Page } from '@playwright/test';

/** From the next page on, sums what moves without the reader's doing. To be called before the page is opened. */
export async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let shift = 0;
    const moved: string[] = [];
    const nameOf = (source: unknown): string => {
      const { node, previousRect, currentRect } = source as {
        node: Node | null;
        previousRect: DOMRectReadOnly;
        currentRect: DOMRectReadOnly;
      };
      const [from, to] = [previousRect, currentRect].map(({ x, y, width, height }) =>
        [x, y, width, height].map(Math.round).join(' '),
      );
      return `${node?.nodeName} "${node?.textContent?.slice(0, 40)}" (${from}) to (${to})`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shift += Number(Reflect.get(entry, 'value'));
        const sources: unknown = Reflect.get(entry, 'sources');
        if (Array.isArray(sources)) moved.push(...sources.map(nameOf));
      }
      Reflect.set(window, 'shift', shift);
      Reflect.set(window, 'moved', moved);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Cumulative layout shift of the open page so far, no unit. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'shift') ?? 0));
}

/** What moved on the open page, from where to where: left, top, width and height in pixels. */
export function movedOn(page: Page): Promise<string> {
  return page.evaluate(() => [Reflect.get(window, 'moved') ?? []].flat().join(', '));
}
