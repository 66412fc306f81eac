import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { documentText } from '../../src/model/document.ts';
import { ownPages, type Front, type OwnThings } from '../../src/model/edition.ts';
import { withSeal } from '../../src/model/pageSeal.ts';
import type { FullStory } from '../../src/model/story.ts';
import type { Trail } from '../../src/model/trail.ts';
import type { FromWorker } from '../../src/model/workerMessages.ts';
import type { Device } from '../../src/worker/device.ts';
import type { FaultyHost } from '../support/faultyHost.ts';
import { MemoryCaches } from './memoryCaches.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function seal<Document extends { version: string }>(document: Document): Document {
  return { ...document, version: hash(documentText(document)).slice(0, 16) };
}

/** A story as the publisher makes it. */
export function storyOf(slug: string, headline: string): FullStory {
  return seal<FullStory>({
    schema: 'lede-story/1',
    slug,
    version: '',
    headline,
    language: 'en',
    dir: 'ltr',
    related: [],
    kind: 'story',
    topics: [],
    body: [],
    words: 300,
    minutes: 1,
    corrections: [],
  });
}

/** A front that leads with the first of these stories and lists the others, which are related to it. */
function frontOf([lead, ...others]: readonly [FullStory, ...FullStory[]]): Front {
  const trailOf = ({ slug, headline, version }: FullStory): Trail => ({
    ...{ slug, headline, version, language: 'en' },
    ...({ kind: 'story', dir: 'ltr' } as const),
  });
  return seal<Front>({
    schema: 'lede-front/1',
    kind: 'front',
    version: '',
    published: { at: '2026-01-01T06:00:00Z', day: '2026-01-01', date: '1 January', brief: '1 Jan' },
    day: 'Thursday 1 January 2026',
    stories: 1,
    lead: { trail: trailOf(lead), opening: [], related: others.map(trailOf) },
    second: [],
    strips: [],
    latest: others.map(trailOf),
    months: [],
  });
}

/** A page of HTML around a document, sealed as the publisher does. */
export function sealedPage(address: string, document?: object): string {
  const state = JSON.stringify({ site: {}, address, document });
  const text = `<!doctype html><script>import("/assets/app-1.js")</script><div id="root"></div><script type="application/json" id="lede-state">${state}</script>\n`;
  return withSeal(text, hash(text).slice(0, 16));
}

const appScript = `export const app = ${'1'.repeat(500)};`;

/** A folder as published, with these stories, the first of them leading. */
export async function publishFolder(
  stories: readonly [FullStory, ...FullStory[]],
): Promise<{ folder: string; front: Front; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-worker-'));
  const front = frontOf(stories);
  const files: Record<string, string> = {
    'index.json': JSON.stringify(front),
    'index.html': sealedPage('/', front),
    '404.html': sealedPage('/404'),
    'shell.html': sealedPage('/shell'),
    'assets/app-1.js': appScript,
    'latest.json': JSON.stringify(
      seal({
        schema: 'lede-latest/1',
        edition: hash(front.version).slice(0, 16),
        published: front.published,
        fronts: { '/': front.version },
        version: '',
      }),
    ),
  };
  for (const page of ownPages) {
    const own = seal<OwnThings>({ schema: 'lede-own/1', kind: 'own', version: '', page });
    files[`${page}.json`] = JSON.stringify(own);
  }
  for (const story of stories) {
    files[`story/${story.slug}.json`] = JSON.stringify(story);
    files[`story/${story.slug}.html`] = sealedPage(`/story/${story.slug}`, story);
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return { folder, front, remove: () => rm(folder, { recursive: true }) };
}

/** A reader's device over a host, with a clock that stands still until it is moved. */
export function deviceOver(host: FaultyHost) {
  const clock = { now: 1_800_000_000_000 };
  const told: FromWorker[] = [];
  const caches = new MemoryCaches();
  const tabs: { id: string; url: string }[] = [];
  const device: Device = {
    fetch: (url, init) => fetch(url, init),
    caches,
    now: () => clock.now,
    origin: host.address.slice(0, -1),
    base: '/',
    shell: {
      version: '0123456789abcdef',
      files: [{ path: 'assets/app-1.js', sha256: hash(appScript), isNeeded: true }],
    },
    savesData: () => false,
    tabs: async () => tabs,
    tell: (message) => told.push(message),
    line: 'ok',
  };
  const lasting: Promise<unknown>[] = [];
  return {
    ...{ device, caches, clock, told, tabs },
    /** For work that outlives its answer. */
    lasting: (work: Promise<unknown>): void => void lasting.push(work),
    /** Waits for it. */
    settle: async (): Promise<void> => {
      while (lasting.length > 0) await lasting.pop();
    },
  };
}
