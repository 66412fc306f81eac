import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/model/document.ts';
import type { World } from '../../../src/publisher/world.ts';
import type { Lookup } from '../../../src/publisher/fetch/resolve.ts';
import { safeFetch } from '../../../src/publisher/fetch/safeFetch.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost, type Host } from './host.ts';

let room: Newsroom;

beforeEach(async () => {
  room = await openNewsroom();
});

afterEach(() => room.close());

/** A feed of one story whose host can be told what to answer. */
async function startFeed(title = 'The Wire') {
  const now = { status: 200 };
  const body = `<rss><channel><title>${title}</title><item><title>One</title></item></channel></rss>`;
  const host = await startHost((_request, response) => {
    response.writeHead(now.status, { ETag: '"1"' }).end(now.status === 200 ? body : undefined);
  });
  return { ...host, now };
}

/** Publishes beside our own stories what this feed has, on a day of December. */
function run(
  feed: Host,
  day: number,
  { path = '/feed', isOffline = false, isAlone = false } = {},
  named: Partial<{ address: string; lookup: Lookup; allowHosts: string[] }> = {},
) {
  const world: Partial<World> = {
    now: new Date(Date.UTC(2025, 11, day, 6)),
    createPageRenderer: () => (page) => JSON.stringify(page.document ?? 'missing'),
  };
  const { address = feed.address, lookup, allowHosts = [feed.name] } = named;
  const reach = { allowHosts, isOffline, hasPictures: true };
  const source = `${address}${path}`;
  const sources = isAlone ? [source] : ['stories', source];
  const fetch: World['fetch'] = (asked, options) =>
    safeFetch(asked, { ...options, ...(lookup === undefined ? {} : { lookup }) });
  return room.report({ sources, reach }, { ...world, fetch });
}

describe('readers are told of a feed that fails', () => {
  const front = async () => {
    const parsed = parseDocument(JSON.parse(await room.read('dist/index.json')), ['lede-front']);
    if (!parsed.ok) throw new Error('the front cannot be read back');
    return parsed.value;
  };
  const told = async (): Promise<string[] | undefined> =>
    (await front()).unheard?.map(({ name, since }) => `${name} ${since.date}`);
  const bytes = async (): Promise<Map<string, string>> => {
    const all = new Map<string, string>();
    for (const path of await room.list('dist')) all.set(path, await room.read(`dist/${path}`));
    return all;
  };
  /** Files that differ, but for the front as it is taken along. */
  const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
    [...new Set([...before.keys(), ...after.keys()])]
      .filter((path) => before.get(path) !== after.get(path) && !path.startsWith('take'))
      .toSorted();

  it('on the front and nowhere else, for as long as it fails', async () => {
    const feed = await startFeed();
    await run(feed, 17);
    expect(await told()).toBeUndefined();
    const heard = await bytes();

    feed.now.status = 503;
    await run(feed, 18);
    expect(await told()).toEqual(['The Wire 17 December 2025']);
    const silent = await bytes();
    expect(changed(heard, silent)).toEqual(['index.html', 'index.json', 'latest.json']);
    expect(await run(feed, 19)).toMatchObject({ written: 0 });
    expect(changed(silent, await bytes())).toEqual([]);

    feed.now.status = 200;
    await run(feed, 20);
    expect(await told()).toBeUndefined();
    expect(changed(silent, await bytes())).toEqual(['index.html', 'index.json', 'latest.json']);
  });

  it('since its host last said that there is nothing new', async () => {
    const feed = await startFeed();
    await run(feed, 10);
    feed.now.status = 304;
    await run(feed, 15);
    feed.now.status = 500;
    await run(feed, 17);
    expect(await told()).toEqual(['The Wire 15 December 2025']);
  });

  it('and not of one that was only not asked, unless it failed before that', async () => {
    const feed = await startFeed();
    await run(feed, 17);
    await run(feed, 18, { isOffline: true });
    expect(await told()).toBeUndefined();
    feed.now.status = 503;
    await run(feed, 19);
    expect(await run(feed, 20, { isOffline: true })).toMatchObject({ written: 0 });
    expect(await told()).toEqual(['The Wire 17 December 2025']);
  });

  it('without its address, which may hold a key and stands on a network of our own', async () => {
    const feed = await startFeed('');
    await run(feed, 17, { path: '/feed?key=secret' });
    feed.now.status = 503;
    await run(feed, 18, { path: '/feed?key=secret' });
    expect(await told()).toEqual(['undefined 17 December 2025']);
    const page = (await room.read('dist/index.html')) + (await room.read('dist/index.json'));
    expect(page).not.toMatch(/127\.0\.0\.1|secret/);
  });

  it('though it is the only source, and nothing else can be told', async () => {
    const feed = await startFeed();
    await run(feed, 17, { isAlone: true });
    const heard = await bytes();
    feed.now.status = 503;
    const report = await run(feed, 18, { isAlone: true });
    expect(report).toMatchObject({ isUnheard: true });
    expect(await told()).toEqual(['The Wire 17 December 2025']);
    const silent = await bytes();
    expect(changed(heard, silent)).toEqual(['index.html', 'index.json', 'latest.json']);
    expect(await run(feed, 19, { isAlone: true })).toMatchObject({ isUnheard: true, written: 0 });
    feed.now.status = 200;
    expect(await run(feed, 20, { isAlone: true })).not.toHaveProperty('isUnheard');
    expect(await told()).toBeUndefined();
  });

  it('in no more files of an edition with an address than bear the time of its front', async () => {
    const config = { name: 'The Sample', url: 'https://example.org', sections: ['Science'] };
    await room.put('stories/lede.json', JSON.stringify(config));
    const feed = await startFeed();
    await run(feed, 17);
    const heard = await bytes();
    feed.now.status = 503;
    await run(feed, 18);
    const fronts = ['feed.atom', 'index.html', 'index.json', 'latest.json'];
    expect(changed(heard, await bytes())).toEqual([...fronts, 'sitemap.xml', 'sitemap/pages.xml']);
  });

  it.each([
    ['is not found', () => Promise.reject(new Error('no such host'))],
    ['leads into it', () => Promise.resolve(['127.0.0.1'])],
  ])('without a host of our own network that has a public name which %s', async (_, later) => {
    const feed = await startFeed('');
    const port = feed.name.split(':')[1] ?? '';
    const address = `http://staging.example.org:${port}`;
    const lookup: Lookup = () => Promise.resolve(['127.0.0.1']);
    await run(feed, 17, {}, { address, lookup, allowHosts: ['staging.example.org'] });
    await run(feed, 18, {}, { address, lookup: later, allowHosts: [] });
    expect(await told()).toEqual(['undefined 17 December 2025']);
  });
});
