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

it('a story that its feed drops before its embargo ends is not published then', async () => {
  const post = (title: string, date: string, status = 'publish') => ({
    ...{ id: title.length, type: 'post', status, date_gmt: date },
    ...{ title: { rendered: title }, content: { rendered: '<p>It happened.</p>' } },
  });
  const old = post('Long out', '2025-12-01T00:00:00');
  const scheduled = post('Tomorrow', '2026-02-01T00:00:00', 'future');
  let posts = [old, scheduled];
  const feed = await startHost((_request, response) => response.end(JSON.stringify(posts)));
  const run = (now: string) =>
    room.report(
      {
        sources: ['stories', `${feed.address}/feed`],
        reach: { allowHosts: [feed.name], isOffline: false, hasPictures: true },
      },
      { now: new Date(now) },
    );
  await run('2025-12-17T06:00:00Z');
  posts = [old];
  await run('2026-03-01T00:00:00Z');
  expect(await slugs()).toEqual(['long-out', 'moon', 'sun']);
  // One that is still there when its time comes goes out, and stays when it falls off.
  posts = [old, scheduled];
  await run('2026-03-01T00:00:00Z');
  posts = [old];
  await run('2026-03-01T00:00:00Z');
  expect(await slugs()).toEqual(['long-out', 'moon', 'sun', 'tomorrow']);
});
