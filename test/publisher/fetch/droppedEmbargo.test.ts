import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost } from './host.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const slugs = async (): Promise<string[]> =>
  (await room.list('dist/story')).flatMap((path) => /^(.*)\.json$/.exec(path)?.[1] ?? []);

const post = (title: string, date: string, status = 'publish') => ({
  ...{ id: title.length, type: 'post', status, date_gmt: date },
  ...{ title: { rendered: title }, content: { rendered: '<p>It happened.</p>' } },
});
const old = post('Long out', '2025-12-01T00:00:00');
const scheduled = post('Tomorrow', '2026-02-01T00:00:00', 'future');

/** A feed of posts, and a run of the publisher at a time. */
async function startFeed() {
  const now = { posts: [old, scheduled], status: 200 };
  const feed = await startHost((_request, response) => {
    response.writeHead(now.status).end(JSON.stringify(now.posts));
  });
  const run = (at: string, isOffline = false) =>
    room.report(
      {
        sources: ['stories', `${feed.address}/feed`],
        reach: { allowHosts: [feed.name], isOffline, hasPictures: true },
      },
      { now: new Date(at) },
    );
  return { now, run };
}

it('a story that its feed drops before its embargo ends is not published then', async () => {
  const { now, run } = await startFeed();
  await run('2025-12-17T06:00:00Z');
  now.posts = [old];
  await run('2026-03-01T00:00:00Z');
  expect(await slugs()).toEqual(['long-out', 'moon', 'sun']);
  // One that is still there when its time comes goes out, and stays when it falls off.
  now.posts = [old, scheduled];
  await run('2026-03-01T00:00:00Z');
  now.posts = [old];
  await run('2026-03-01T00:00:00Z');
  expect(await slugs()).toEqual(['long-out', 'moon', 'sun', 'tomorrow']);
});

it.each([
  ['failed', false],
  ['was not asked', true],
])('a story that went out while its feed %s stays when the feed drops it', async (_, isOffline) => {
  const { now, run } = await startFeed();
  await run('2025-12-17T06:00:00Z');
  now.status = 500;
  await run('2026-02-01T01:00:00Z', isOffline);
  expect((await room.published('tomorrow')).kind).toBe('story');
  Object.assign(now, { status: 200, posts: [] });
  await run('2026-02-01T02:00:00Z');
  expect((await room.published('tomorrow')).kind).toBe('story');
});
