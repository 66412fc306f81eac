import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { allFaults } from './support/walk/breaks.ts';
import { expect, test } from './support/walk/ground.ts';
import { walkAll } from './support/walk/walkAll.ts';
import { WalkBook } from './support/walk/WalkBook.ts';
import { walkedJourneys } from './support/walk/walkJourneys.ts';

/**
 * `npm run test:faults` breaks every request in every way and can be broken off; `npm test` some, the same each time.
 * Others are drawn by `LEDE_FAULTS=100 LEDE_SEED=2`: so many of each journey.
 */
const { LEDE_FAULTS: wanted = '6', LEDE_SEED: seed = '1', LEDE_LANES: lanes } = process.env;
const isWhole = wanted === 'all';
/** Walks side by side in one worker: most of each is waiting, most of the rest is what a page costs a processor. */
const lanesOf = Number(lanes ?? (isWhole ? 10 : 3));
const names = isWhole ? allFaults('').map(({ name }) => name) : ['some faults'];

for (const name of names) {
  for (const [place, journey] of walkedJourneys.entries()) {
    test(`each request of the ${journey.name} broken in turn: ${name}`, async ({
      browser,
      walked,
    }, testInfo) => {
      test.setTimeout(isWhole ? 120 * 60_000 : 180_000 + Number(wanted) * 10_000);
      const faults = allFaults(walked.first).filter((one) => !isWhole || one.name === name);
      const next = randomNumbers(Number(seed) * walkedJourneys.length + place);
      const found = await walkAll(
        ...([browser, walked, journey, faults] as const),
        (all) => (isWhole ? all : drawn(all, Number(wanted), next)),
        lanesOf,
        isWhole ? new WalkBook() : undefined,
      );
      const says = `${found.walked} walks over ${found.points} requests`;
      testInfo.annotations.push({ type: 'walked', description: says });
      console.log(`${journey.name}, ${name}: ${says}, ${found.wrong.length} wrong`);
      for (const one of found.wrong) console.log(`  ${one}`);
      expect(found.wrong).toEqual([]);
      if (!isWhole) expect(found.walked).toBeGreaterThan(0);
    });
  }
}

/** So many of the items, none twice. */
function drawn<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }).flatMap(() =>
    left.splice(Math.floor(next() * left.length), 1),
  );
}
