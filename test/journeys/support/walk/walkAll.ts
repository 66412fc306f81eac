import type { Browser } from '@playwright/test';
import { FaultyHost } from '../../../support/faultyHost.ts';
import { watch } from '../journey.ts';
import type { Broken, NamedFault } from './breaks.ts';
import type { WalkedHost } from './ground.ts';
import { recordPoints, walk, type Ground } from './walk.ts';
import type { WalkBook } from './WalkBook.ts';
import type { WalkedJourney } from './walkJourneys.ts';

export interface Walks {
  /** Requests of the journey when nothing is broken. */
  points: number;
  /** Walks that came to their request. */
  walked: number;
  wrong: string[];
}

/**
 * Walks a journey once for each way to break it, several side by side, each with a host of its own: most of a walk is
 * waiting for what does not come.
 * @param choose which of all the walks are made
 * @param book what is known of them already, and where they are written down
 */
export async function walkAll(
  browser: Browser,
  walked: WalkedHost,
  journey: WalkedJourney,
  faults: readonly NamedFault[],
  choose: (all: Broken[]) => Broken[],
  lanes: number,
  book?: WalkBook,
): Promise<Walks> {
  const grounds = await Promise.all(
    Array.from({ length: lanes }, () => openGround(browser, walked)),
  );
  const [first] = grounds;
  if (first === undefined) throw new Error('no lane to walk in');
  const known = book?.points(journey.name);
  const points = known ?? (await recordPoints(first, journey));
  if (known === undefined) book?.write({ journey: journey.name, points });
  const all = points.flatMap((point) =>
    faults.flatMap((fault) => [true, false].map((isOnce) => ({ point, fault, isOnce }))),
  );
  const done = book?.done(journey.name);
  const waiting = choose(all).filter((broken) => done?.has(nameOf(broken)) !== true);
  const result: Walks = { points: points.length, walked: 0, wrong: [] };
  await Promise.all(
    grounds.map(async (ground) => {
      for (let broken = waiting.shift(); broken !== undefined; broken = waiting.shift()) {
        const name = nameOf(broken);
        // A walk that breaks off is wrong, and the next begins anew.
        const found = await walk(ground, journey, broken).catch((error: unknown) => [
          `broke off: ${String(error).split('\n')[0]}`,
        ]);
        book?.write({ journey: journey.name, walk: name, wrong: found ?? null });
        if (found === undefined) continue;
        result.walked += 1;
        result.wrong.push(...found.map((one) => `${name}: ${one}`));
      }
      await ground.host.close();
    }),
  );
  return result;
}

function nameOf({ point, fault, isOnce }: Broken): string {
  const how = isOnce ? 'once' : 'from there on';
  return `${fault.name} ${how} at ${point.dest} ${point.path} ${point.nth}`;
}

async function openGround(browser: Browser, walked: WalkedHost): Promise<Ground> {
  const host = await FaultyHost.start(walked.first);
  return {
    ...walked,
    host,
    newReader: async () => {
      const context = await browser.newContext({ baseURL: host.address });
      context.setDefaultTimeout(10_000);
      return { context, faults: watch(context, host.address, true) };
    },
  };
}
