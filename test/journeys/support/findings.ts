import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
];

/**
 * What axe finds: rule and element, one line each.
 * @param tags of the rules that are asked
 */
export async function findings(page: Page, tags: readonly string[] = rules): Promise<string[]> {
  // Reading axe's half megabyte of script costs a page more than being judged: a page that has it is not given it again.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy mode judges in the page itself; the other one is for frames, which we have none of.
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'undefined' } : { page })
    // All that is wrong, in full. Of what is right axe would write down each element, too.
    .options({ resultTypes: ['violations'] })
    .withTags([...tags])
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}
