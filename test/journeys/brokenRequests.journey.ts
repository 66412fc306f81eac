import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { allFaults } from './support/walk/breaks.ts';
import { expect, test } from './support/walk/ground.ts';
import { walkAll } from './support/walk/walkAll.ts';
import { walkedJourneys } from './support/walk/walkJourneys.ts';

/** `npm run test:faults` walks every request; `npm test` some, the same each time. */
const isWhole = process.env['LEDE_FAULTS'] === 'all';
const chosen = 6;
const lanes = 3;

for (const [place, journey] of walkedJourneys.entries()) {
  test.describe(`each request of the ${journey.name} broken in turn`, () => {
    const names = isWhole ? allFaults('').map(({ name }) => name) : ['some faults'];
    for (const name of names) {
      test(name, async ({ browser, walked }, testInfo) => {
        test.setTimeout(isWhole ? 60 * 60_000 : 180_000);
        const faults = allFaults(walked.first).filter((one) => !isWhole || one.name === name);
        const next = randomNumbers(place + 1);
        const {
          points,
          walked: count,
          wrong,
        } = await walkAll(
          browser,
          walked,
          journey,
          faults,
          (all) =>
            isWhole
              ? all
              : Array.from({ length: chosen }, () => all[Math.floor(next() * all.length)]).filter(
                  (one) => one !== undefined,
                ),
          lanes,
        );
        const says = `${count} walks over ${points} requests`;
        testInfo.annotations.push({ type: 'walked', description: says });
        console.log(`${journey.name}, ${name}: ${says}, ${wrong.length} wrong`);
        for (const one of wrong) console.log(`  ${one}`);
        expect(wrong).toEqual([]);
        expect(count).toBeGreaterThan(0);
      });
    }
  });
}
