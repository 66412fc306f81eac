import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FromWorker } from '../../src/model/workerMessages.ts';
import { answerData, answerPage, answerPointer } from '../../src/worker/answers.ts';
import { hear } from '../../src/worker/hear.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver } from './edition.ts';
import { next, old } from './twoEditions.ts';

const minutes = 60_000;

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;

beforeEach(async () => {
  host = await FaultyHost.start(old.folder);
  here = deviceOver(host);
});
afterEach(async () => {
  await here.settle();
  await host.close();
});

const data = (address: string): Promise<Response> => answerData(here.device, address, here.lasting);
const page = (address: string): Promise<Response> =>
  answerPage(here.device, address, here.lasting, () => Promise.resolve(Response.error()));

/** What the worker says of a page that is open, and of the line. */
async function stateOf(
  address: string,
): Promise<Extract<FromWorker, { kind: 'state' }> | undefined> {
  const answer = await hear(here.device, new TakeAlong(here.device), { kind: 'state', address });
  return answer?.kind === 'state' ? answer : undefined;
}

it('tells since when a page is known by both of its files and by the pointer', async () => {
  const asOf = async (address: string): Promise<number | undefined> => {
    return (await stateOf(address))?.checked;
  };
  await page('/story/tide');
  here.clock.now += 20 * minutes;
  // Its page is unchanged, by the host's word.
  await page('/story/tide');
  await here.settle();
  expect(await asOf('/story/tide')).toBe(here.clock.now);

  await data('/');
  const began = here.clock.now;
  here.clock.now += 10 * minutes;
  await answerPointer(here.device);
  expect(await asOf('/')).toBe(here.clock.now);
  host.publish(next.folder);
  await answerPointer(here.device);
  expect(await asOf('/')).toBe(began);
  expect(await asOf('/story/none')).toBeUndefined();
});

it('says of an old front that it is old, when it was shown since what came was no front', async () => {
  const isOld = async (address: string): Promise<boolean | undefined> => {
    return (await stateOf(address))?.isOld;
  };
  await data('/');
  await data('/story/tide');
  expect(await isOld('/')).toBe(false);
  here.clock.now += 20 * minutes;
  host.breakWith(({ path }) => (path === '/index.json' ? { kind: 'flip', at: 'half' } : undefined));
  expect(await (await data('/')).json()).toMatchObject({ version: old.front.version });
  expect(here.device.line).toBe('ok');
  expect([await isOld('/'), await isOld('/story/tide')]).toEqual([true, false]);
  host.breakWith();
  await data('/');
  expect(await isOld('/')).toBe(false);
  // A newer one is known to be there.
  here.clock.now += minutes;
  host.publish(next.folder);
  await answerPointer(here.device);
  expect(await isOld('/')).toBe(true);
});

it('asks again for an old list that stays open, and offers what the host has', async () => {
  await data('/');
  here.clock.now += 20 * minutes;
  host.publish(next.folder);
  expect(await stateOf('/')).toMatchObject({ isOld: true, version: old.front.version });
  await expect
    .poll(() => here.told)
    .toContainEqual({
      ...{ kind: 'newer', address: '/', version: next.front.version, than: old.front.version },
    });
});
