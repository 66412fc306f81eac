import { setTimeout } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { FaultyHost } from '../../../support/faultyHost.ts';
import { watch } from '../journey.ts';
import type { Broken, Point } from './breaks.ts';
import { byKind, kindOf } from './chooseWalks.ts';
import type { WalkedHost } from './ground.ts';
import { recordPoints, walk, type Ground } from './walk.ts';
import type { WalkBook } from './WalkBook.ts';
import type { WalkedJourney } from './walkJourneys.ts';

/** Milliseconds; on a busy machine one takes two minutes at most. */
const longestWalk = 300_000;

export interface Walks {
  /** Requests of the journey when nothing is broken. */
  points: number;
  /** Kinds of requests, of all of them; and those to which no walk came. */
  kinds: number;
  unmet: string[];
  /** Walks that came to their request, now or before. */
  walked: number;
  wrong: string[];
}

/**
 * Walks a journey once for each way to break it, several side by side, each with a host of its own: most of a walk is
 * waiting for what does not come.
 * @param choose which walks are made over these requests
 * @param book what is known of them already, and where they are written down
 */
export async function walkAll(
  browser: Browser,
  walked: WalkedHost,
  journey: WalkedJourney,
  choose: (points: readonly Point[]) => Broken[],
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
  const chosen = choose(points);
  const kinds = byKind(points).size;
  book?.write({ journey: journey.name, planned: chosen.length, kinds });
  const done = book?.done(journey.name);
  const met = new Set<string>();
  const before = chosen.filter((broken) => done?.get(nameOf(broken)) === true);
  for (const { point } of before) met.add(kindOf(point));
  const waiting = chosen.filter((broken) => done?.has(nameOf(broken)) !== true);
  const wrong: string[] = [];
  let count = before.length;
  await Promise.all(
    grounds.map(async (opened) => {
      let ground = opened;
      for (let broken = waiting.shift(); broken !== undefined; broken = waiting.shift()) {
        const name = nameOf(broken);
        // A walk that breaks off is wrong, and the next begins anew, on ground that nobody else is on.
        const found = await Promise.race([walk(ground, journey, broken), tooLong()]).catch(
          async (error: unknown) => {
            ground = await openGround(browser, walked);
            return [`broke off: ${String(error).split('\n')[0]}`];
          },
        );
        book?.write({ journey: journey.name, walk: name, wrong: found ?? null });
        if (found === undefined) continue;
        count += 1;
        met.add(kindOf(broken.point));
        wrong.push(...found.map((one) => `${name}: ${one}`));
      }
      await ground.host.close();
    }),
  );
  const wanted = new Set(chosen.map(({ point }) => kindOf(point)));
  const unmet = [...wanted].filter((kind) => !met.has(kind));
  return { points: points.length, kinds, unmet, walked: count, wrong };
}

/** A browser that answers no question anymore would be waited for all night. */
async function tooLong(): Promise<never> {
  await setTimeout(longestWalk, undefined, { ref: false });
  throw new Error(`no end in ${longestWalk / 60_000} minutes`);
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
      // A phone's window: half of what a page costs here is drawing it.
      const viewport = { width: 390, height: 700 };
      const context = await browser.newContext({ baseURL: host.address, viewport });
      context.setDefaultTimeout(10_000);
      // The runner gives navigations a time of their own, and that is for ever.
      context.setDefaultNavigationTimeout(10_000);
      return { context, faults: watch(context, host.address, true) };
    },
  };
}
