import { heldAddresses, workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test } from './support/walk/ground.ts';
import { look, open } from './support/walk/look.ts';
import { stories } from './support/walk/walkEdition.ts';

const lead = `/story/${stories.lead}`;
const near = `/story/${stories.near}`;

test('making room leaves the stories that tabs show, also where a tab moved on to one', async ({
  page,
  context,
  walked: { host, first },
}) => {
  test.slow();
  host.publish(first);
  await open(page, '/');
  await workerReady(page);
  await open(page, near);
  const other = await context.newPage();
  await open(other, '/');
  await appStarted(other);
  await other.locator(`main a[href$="${lead}"]`).first().click();
  await expect.poll(() => look(other)).toMatchObject({ kind: 'story', slug: stories.lead });
  await host.quiet();
  const heldStories = async (): Promise<string[]> =>
    (await heldAddresses(page)).filter((path) => path.startsWith('/story/')).toSorted();
  expect((await heldStories()).length).toBeGreaterThan(2);
  expect(await page.evaluate(makeAllRoom)).toBeGreaterThan(0);
  expect(await heldStories()).toEqual([near, lead].map((address) => `${address}.json`));
  await host.stop();
  await other.reload();
  expect(await look(other)).toMatchObject({ kind: 'story', slug: stories.lead });
  await host.resume();
});

/** Asks the worker for room, in the page, until it has none left to give. @returns how often it had */
async function makeAllRoom(): Promise<number> {
  for (let times = 0; ; times += 1) {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<MessageEvent<{ isMade: boolean }>>((resolve) => {
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
    });
    navigator.serviceWorker.controller?.postMessage({ kind: 'make-room' }, [port2]);
    if (!(await answer).data.isMade) return times;
  }
}
