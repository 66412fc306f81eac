import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { allFaults, type Broken, type Point } from './support/walk/breaks.ts';
import { everyWalk, wholeWalk } from './support/walk/chooseWalks.ts';
import { expect, test } from './support/walk/ground.ts';
import { walkAll } from './support/walk/walkAll.ts';
import { WalkBook } from './support/walk/WalkBook.ts';
import { walkedJourneys } from './support/walk/walkJourneys.ts';

/**
 * `npm run test:faults` breaks every request: of those that are alike one with every fault, the others with some; it can
 * be broken off. `LEDE_FAULTS=every` breaks each in every way. `npm test` draws some walks, the same each time;
 * others are drawn by `LEDE_FAULTS=100 LEDE_SEED=2`: so many of each journey.
 */
const { LEDE_FAULTS: wanted = '4', LEDE_SEED: seed = '1', LEDE_LANES: lanes } = process.env;
const isWhole = wanted === 'all' || wanted === 'every';
/** Walks side by side in one worker: most of each is waiting, most of the rest is what a page costs a processor. */
const lanesOf = Number(lanes ?? (isWhole ? 6 : 3));

for (const [place, journey] of walkedJourneys.entries()) {
  test(`each request of the ${journey.name} broken in turn`, async ({
    browser,
    walked,
  }, testInfo) => {
    test.setTimeout(isWhole ? 600 * 60_000 : 180_000 + Number(wanted) * 10_000);
    const faults = allFaults(walked.first);
    const next = randomNumbers(Number(seed) * walkedJourneys.length + place);
    const choose = (points: readonly Point[]): Broken[] => {
      if (wanted === 'all') return wholeWalk(points, faults);
      const all = everyWalk(points, faults);
      return isWhole ? all : drawn(all, Number(wanted), next);
    };
    const book = isWhole ? new WalkBook() : undefined;
    const found = await walkAll(browser, walked, journey, choose, lanesOf, book);
    const says = `${found.walked} walks over ${found.points} requests of ${found.kinds} kinds`;
    testInfo.annotations.push({ type: 'walked', description: says });
    console.log(`${journey.name}: ${says}, ${found.wrong.length} wrong`);
    for (const one of found.wrong) console.log(`  ${one}`);
    expect(found.wrong).toEqual([]);
    expect(found.walked).toBeGreaterThan(0);
    if (isWhole) expect(found.unmet).toEqual([]);
  });
}

/** So many of the items, none twice. */
function drawn<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }).flatMap(() =>
    left.splice(Math.floor(next() * left.length), 1),
  );
}
