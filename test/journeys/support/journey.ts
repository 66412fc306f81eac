import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { editionVariables, readEdition, type Edition, type EditionName } from './editions.ts';

interface Options {
  /** Which edition the journey goes through. */
  editionName: EditionName;
  /** The journey breaks the network on purpose: the browser's own lines about that are no fault. */
  breaksNetwork: boolean;
}

interface Fixtures {
  edition: Edition;
  /** Another reader: a fresh context, watched like the first. */
  newReader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** Chromium's own words when something could not be fetched. */
const networkLine =
  /^Failed to load resource|^The FetchEvent for .* resulted in a network error|^A ServiceWorker passed a promise|^Refused to (apply style|execute script) from|^Failed to load module script|^Failed to decode downloaded font|^OTS parsing error|^An unknown error occurred when fetching the script|^A bad HTTP response code \(\d+\) was received when fetching the script|^The script has an unsupported MIME type|^The script resource is behind a redirect/;
/** Playwright's own, where a journey keeps workers out. */
const workerBlocked = /Service Worker registration blocked by Playwright/;

/**
 * Playwright's test, in which a console error or warning, an uncaught error, a breach of the security policy or a
 * request to any other host fails the journey.
 */
export const test = base.extend<Options & Fixtures>({
  editionName: ['sample', { option: true }],
  breaksNetwork: [false, { option: true }],

  baseURL: async ({ editionName }, use) => {
    await use(process.env[editionVariables[editionName]] ?? '');
  },

  edition: async ({ editionName }, use) => {
    await use(readEdition(editionName));
  },

  context: async ({ context, baseURL, breaksNetwork }, use) => {
    const faults = watch(context, baseURL ?? '', breaksNetwork);
    await use(context);
    complain(faults);
  },

  newReader: async ({ browser, baseURL, viewport, breaksNetwork }, use) => {
    const readers: { context: BrowserContext; faults: string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        viewport,
        ...options,
      });
      readers.push({ context, faults: watch(context, baseURL ?? '', breaksNetwork) });
      return context;
    });
    for (const { context } of readers) await context.close();
    complain(readers.flatMap(({ faults }) => faults));
  },
});

export { expect } from '@playwright/test';

/** Follows what a reader's browser complains of. @returns a list that grows */
export function watch(context: BrowserContext, baseURL: string, breaksNetwork: boolean): string[] {
  const { origin } = new URL(baseURL);
  const faults: string[] = [];
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (workerBlocked.test(message.text())) return;
    if (breaksNetwork && networkLine.test(message.text())) return;
    faults.push(`the console says: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) {
      faults.push(`a request to another host: ${request.url()}`);
    }
  });
  return faults;
}

function complain(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
}
