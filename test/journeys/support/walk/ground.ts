import { FaultyHost } from '../../../support/faultyHost.ts';
import { test as base } from '../journey.ts';
import { publishedHashes } from './kept.ts';
import { publishReleases } from './walkEdition.ts';

/** Where a walk takes place: a host with three releases, and what either may have put on a device. */
export interface WalkedHost {
  host: FaultyHost;
  /** Folders of the releases. */
  first: string;
  next: string;
  last: string;
  published: ReadonlyMap<string, Set<string>>;
}

/** A journey with the worker let in, over a host that several tests break in turn, each with readers of its own. */
export const test = base.extend<object, { walked: WalkedHost }>({
  serviceWorkers: 'allow',
  breaksNetwork: true,

  walked: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern.
    async ({}, use, { workerIndex }) => {
      const { first, second, third } = await publishReleases(`walk-${workerIndex}`, [
        'first',
        'second',
        'third',
      ]);
      const host = await FaultyHost.start(first);
      const published = publishedHashes([first, second, third]);
      await use({ host, first, next: second, last: third, published });
      await host.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ walked }, use) => {
    await use(walked.host.address);
  },
});

export { expect } from '../journey.ts';
