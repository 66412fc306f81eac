import * as files from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPictures } from '../../../src/publisher/fetch/pictures.ts';
import { safeFetch } from '../../../src/publisher/fetch/safeFetch.ts';
import { openNewsroom } from '../newsroom.ts';
import { startHost, type Host } from './host.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lede-fetched-'));
});

afterEach(() => rm(folder, { recursive: true }));

const today = '2025-12-17T06:00:00Z';

function fetchAll(
  addresses: readonly string[],
  {
    now = today,
    milliseconds = 20_000,
    ticks = (): number => performance.now(),
    feedOf = (_address: string): string => '',
  } = {},
) {
  const wanted = addresses.map((address) => ({ address, feed: feedOf(address) }));
  return fetchPictures(wanted, {
    ...{ files, folder, now: new Date(now), ticks, progress: () => undefined },
    fetch: (address, options) =>
      safeFetch(address, {
        ...options,
        allowHosts: ['127.0.0.1'],
        limits: { ...options.limits, milliseconds },
      }),
  });
}

const startPicture = (body = 'a picture'): Promise<Host> =>
  startHost(({ headers }, response) => {
    const isSame = headers['if-none-match'] === '"1"';
    response.writeHead(isSame ? 304 : 200, { ETag: '"1"' }).end(isSame ? undefined : body);
  });

describe('a picture on another host', () => {
  it('is fetched once, and asked for again after a day', async () => {
    const host = await startPicture();
    const address = `${host.address}/moon.jpg`;
    const fetched = (await fetchAll([address, address])).get(address);
    expect(fetched?.ok === true && (await readFile(fetched.path, 'utf8'))).toBe('a picture');
    await fetchAll([address], { now: '2025-12-18T05:59:59Z' });
    expect(host.asked).toHaveLength(1);
    await fetchAll([address], { now: '2025-12-18T06:00:00Z' });
    expect(host.asked[1]?.headers['if-none-match']).toBe('"1"');
    await fetchAll([address], { now: '2025-12-19T05:00:00Z' });
    expect(host.asked).toHaveLength(2);
  });

  it('is used as it was when it can no longer be had', async () => {
    let status = 200;
    const host = await startHost((_request, response) => response.writeHead(status).end('x'));
    const address = `${host.address}/moon.jpg`;
    await fetchAll([address]);
    status = 404;
    expect((await fetchAll([address], { now: '2026-12-17T06:00:00Z' })).get(address)?.ok).toBe(
      true,
    );
  });

  it('is removed when no story names it any more', async () => {
    const host = await startPicture();
    await fetchAll([`${host.address}/1.jpg`, `${host.address}/2.jpg`]);
    expect(await readdir(folder)).toHaveLength(4);
    await fetchAll([`${host.address}/2.jpg`]);
    expect(await readdir(folder)).toHaveLength(2);
    expect(host.asked).toHaveLength(2);
  });

  it('that cannot be had is missed, with its reason', async () => {
    const host = await startHost((_request, response) => response.writeHead(404).end());
    const address = `${host.address}/moon.jpg`;
    const missed = (await fetchAll([address])).get(address);
    expect(missed).toMatchObject({ ok: false, problem: { code: 'missing-picture' } });
    expect(JSON.stringify(missed)).toContain('answered 404');
  });
});

describe('a host of pictures', () => {
  it('is asked for two at a time', async () => {
    let [now, most] = [0, 0];
    const host = await startHost((_request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now -= 1;
        response.end('x');
      }, 20);
    });
    const addresses = Array.from({ length: 9 }, (_, index) => `${host.address}/${index}.jpg`);
    const fetched = await fetchAll(addresses);
    expect([most, fetched.size, host.asked.length]).toEqual([2, 9, 9]);
  });

  it('that hangs is left alone after two, and the others deliver', async () => {
    const hanging = await startHost(() => undefined);
    const good = await startPicture();
    const of = ({ address }: Host): string[] =>
      Array.from({ length: 10 }, (_, index) => `${address}/${index}.jpg`);
    const fetched = await fetchAll([...of(hanging), ...of(good)], { milliseconds: 200 });
    // A third may be under way when the second is given up.
    expect(hanging.asked.length).toBeLessThanOrEqual(3);
    expect([...fetched.values()].filter(({ ok }) => ok)).toHaveLength(10);
  });

  it('and all others of one feed cannot take more than a minute, and other feeds have theirs', async () => {
    const slow = await Promise.all(
      Array.from({ length: 20 }, () => startHost((_request, response) => response.end('x'))),
    );
    let time = 0;
    const addresses = slow.map(({ address }) => `${address}/moon.jpg`);
    const last = addresses.at(-1) ?? '';
    const fetched = await fetchAll(addresses, {
      ticks: () => (time += 20_000),
      feedOf: (address) => (address === last ? 'https://example.org/other' : ''),
    });
    const good = [...fetched.values()].filter(({ ok }) => ok).length;
    expect(good).toBeLessThan(16);
    expect(good).toBeGreaterThan(1);
    expect(fetched.get(last)?.ok).toBe(true);
  });
});

describe('a story with a picture on another host', () => {
  it('goes out with our own copies of it, or without any when that is wanted', async () => {
    const bytes = await sharp({
      create: { width: 90, height: 60, channels: 3, background: '#345' },
    })
      .png()
      .toBuffer();
    const host = await startHost(({ url }, response) => {
      response.writeHead(url === '/mars.png' ? 200 : 404).end(bytes);
    });
    const room = await openNewsroom();
    const item = (name: string) => {
      const image = `${host.address}/${name}.png`;
      return { id: name, title: name, content_text: 'Far away.', image };
    };
    const version = 'https://jsonfeed.org/version/1.1';
    const feed = { version, title: 'The Wire', items: [item('mars'), item('venus')] };
    await room.put('stories/wire.json', JSON.stringify(feed));
    const reach = { allowHosts: [host.name], isOffline: false, hasPictures: true };
    const { warnings } = await room.report({ reach });
    const mars = await room.read('dist/story/mars.json');
    const missing = warnings.filter(({ problem }) => problem.code === 'missing-picture');
    await room.report({ reach: { ...reach, hasPictures: false }, out: 'plain' });
    const plain = await room.list('plain');
    await room.close();
    expect(mars).toMatch(/"media\/[0-9a-f]{16}s-90\.avif"/);
    expect(mars).not.toContain(host.address);
    expect(missing.map(({ ref }) => ref)).toEqual(['stories/wire.json [1]']);
    expect(plain.filter((path) => path.startsWith('media/'))).toEqual([]);
    expect(host.asked).toHaveLength(2);
  });

  it('that cannot be had is asked for again in the next run, and so is its feed: once', async () => {
    const room = await openNewsroom();
    const host = await startHost((request, response) => {
      const image = `${host.address}/mars.png`;
      const items = [{ id: '1', title: 'Mars', content_text: 'It is red.', image }];
      const body = { version: 'https://jsonfeed.org/version/1.1', title: 'The Wire', items };
      response.writeHead(request.url === '/mars.png' ? 404 : 200).end(JSON.stringify(body));
    });
    const reach = { allowHosts: [host.name], isOffline: false, hasPictures: true };
    const run = () => room.report({ sources: ['stories', `${host.address}/feed`], reach });
    await run();
    expect((await run()).written).toBe(0);
    await room.close();
    const paths = host.asked.map(({ path }) => path);
    expect(paths).toEqual(['/feed', '/mars.png', '/feed', '/mars.png']);
  });
});
