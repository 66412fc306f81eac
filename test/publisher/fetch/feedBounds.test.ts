import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeedAnswer } from '../../../src/publisher/fetch/readFeedAnswer.ts';
import { safeFetch } from '../../../src/publisher/fetch/safeFetch.ts';
import type { PublishOptions, Report, World } from '../../../src/publisher/world.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost, type Host } from './host.ts';

let room: Newsroom;

beforeEach(async () => {
  room = await openNewsroom();
});

afterEach(() => room.close());

const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>The Wire</title>${items.join('')}</channel></rss>`;
const item = (title: string, more = ''): string =>
  `<item><guid>${title}</guid><title>${title}</title>${more}</item>`;
const run = (
  feeds: readonly Host[],
  options: Partial<PublishOptions> = {},
  world: Partial<World> = {},
): Promise<Report> => {
  const reach = { allowHosts: ['127.0.0.1'], isOffline: false, hasPictures: false };
  const sources = ['stories', ...feeds.map(({ address }) => `${address}/feed`)];
  return room.report({ sources, reach, ...options }, world);
};
const only = (...feeds: Host[]) => ({ sources: feeds.map(({ address }) => `${address}/feed`) });
const codes = ({ warnings, refused }: Report): string[] => [
  ...refused.flatMap(({ problems }) => problems.map(({ code }) => code)),
  ...warnings.map(({ problem }) => problem.code).filter((code) => !code.startsWith('no-')),
];
const at = (time: string) => ({ now: new Date(`2025-12-17T${time}Z`) });

describe('a feed that sends too much', () => {
  it('is taken as far as 500 stories', () => {
    const titles = Array.from({ length: 503 }, (_, index) => `Story number ${index}`);
    const bytes = Buffer.from(rss(...titles.map((title) => item(title))));
    const read = readFeedAnswer({ name: 'https://example.org/feed', bytes });
    if (!read.ok) throw new Error(read.problem.message);
    expect(read.result.items.map(({ headline }) => headline)).toEqual(titles.slice(0, 500));
    expect(read.result.warnings.map(({ problem }) => problem.code)).toContain('long-feed');
  });

  it('in one story loses that story and no other', async () => {
    const long = `<description>${'word '.repeat(300_000)}</description>`;
    const feed = await startHost((_request, response) => {
      response.end(rss(item('Long', long), item('Short', '<description>Word.</description>')));
    });
    const report = await run([feed]);
    expect(report.refused).toMatchObject([
      { ref: `${feed.address}/feed [0]`, problems: [{ code: 'long-item' }] },
    ]);
    expect(report.stories).toBe(3);
  });
});

it('what is out of a feed stays when the feed has sent more than is remembered', async () => {
  const words = '<description>Words.</description>';
  const now = { body: rss(item('Mars', words)), status: 200 };
  const feed = await startHost((_request, response) => {
    response.statusCode = now.status;
    response.end(now.body);
  });
  await run([feed]);
  const folder = join(room.home, '.lede/dist/feeds');
  const name = (await readdir(folder)).find((one) => one.endsWith('.items.json')) ?? '';
  const stored = JSON.parse(await readFile(join(folder, name), 'utf8')) as { items: object[] };
  const expired = Array.from({ length: 20_000 }, (_, index) => {
    return { ...stored.items[0], id: `old ${index}`, expires: '2020-01-01T00:00:00Z' };
  });
  const items = [...expired, ...stored.items];
  await writeFile(join(folder, name), JSON.stringify({ ...stored, items }));
  now.body = rss(item('Venus', words));
  const report = await run([feed]);
  expect(codes(report)).toContain('full-feed');
  expect(report.stories).toBe(4);
  expect((await room.published('mars')).kind).toBe('story');
  // Nor does a run take it back in which nothing more is cut.
  for (now.status of [200, 500]) {
    expect((await run([feed])).stories).toBe(4);
    expect((await room.published('mars')).kind).toBe('story');
  }
});

it('what gave way to another feed does not stay because its own is full', async () => {
  const link = (host: string): string => `<link>${host}/mars</link>`;
  const dated = (time: string): string =>
    `<description>Words.</description><pubDate>${time}</pubDate>`;
  const now = { other: rss(item('Venus')), own: '' };
  const full = await startHost((_request, response) => response.end(now.own));
  const other = await startHost((_request, response) => response.end(now.other));
  const story = link(`${other.address}/mars`);
  now.own = rss(item('Mars', story + dated('Tue, 16 Dec 2025 06:00:00 GMT')));
  await run([full, other]);
  const folder = join(room.home, '.lede/dist/feeds');
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.items.json')) continue;
    const stored = JSON.parse(await readFile(join(folder, name), 'utf8')) as {
      items: { headline: string }[];
    };
    if (stored.items[0]?.headline !== 'Mars') continue;
    const over = { canonical: undefined, expires: '2020-01-01T00:00:00Z' };
    const expired = Array.from({ length: 20_000 }, (_, index) => {
      return { ...stored.items[0], ...over, id: `old ${index}` };
    });
    await writeFile(
      join(folder, name),
      JSON.stringify({ ...stored, items: [...stored.items, ...expired] }),
    );
  }
  now.other = rss(item('Mars again', story + dated('Tue, 16 Dec 2025 09:00:00 GMT')));
  const report = await run([full, other]);
  expect(codes(report)).toEqual(expect.arrayContaining(['full-feed', 'copied-story']));
  expect((await room.published('mars-again')).kind).toBe('story');
  expect((await room.published('mars')).kind).toBe('withdrawn');
});

describe('a host that wants to be left alone', () => {
  const busy = async (retryAfter: string, date?: string) => {
    const now = { status: 429 };
    const host = await startHost((_request, response) => {
      if (date !== undefined) response.setHeader('Date', date);
      response.writeHead(now.status, { 'Retry-After': retryAfter }).end(rss(item('One')));
    });
    return { ...host, now };
  };

  it.each([
    ['3600', undefined],
    ['Wed, 17 Dec 2025 07:00:00 GMT', 'Wed, 17 Dec 2025 06:00:00 GMT'],
  ])('is, until the time it named: %s', async (retryAfter, date) => {
    const host = await busy(retryAfter, date);
    expect(codes(await run([host], {}, at('06:00:00')))).toEqual(['bad-status']);
    host.now.status = 200;
    const waiting = await run([host], {}, at('06:59:00'));
    expect(waiting.refused[0]?.problems[0]?.message).toContain('until 2025-12-17T07:00');
    expect(host.asked).toHaveLength(1);
    expect(codes(await run([host], {}, at('07:00:01')))).toEqual([]);
    expect(host.asked).toHaveLength(2);
  });

  it('cannot ask for more than a day, nor for others', async () => {
    const host = await busy('99999999999');
    const other = await startHost((_request, response) => response.end(rss(item('Two'))));
    expect(codes(await run([host, other]))).toEqual(['bad-status']);
    host.now.status = 200;
    const later = { now: new Date('2025-12-18T06:00:01Z') };
    expect(codes(await run([host, other], {}, later))).toEqual([]);
    expect([host.asked.length, other.asked.length]).toEqual([2, 2]);
  });

  it.each(['-5', 'soon', '', 'Wed, 17 Dec 1980 07:00:00 GMT', '1e9'])(
    'has to say for how long: %s',
    async (retryAfter) => {
      const host = await busy(retryAfter);
      await run([host]);
      await run([host]);
      expect(host.asked).toHaveLength(2);
    },
  );
});

describe('a feed that has moved', () => {
  const movedTo = async (status: number, target: Host): Promise<Host> =>
    startHost((_request, response) => {
      response.writeHead(status, { Location: `${target.address}/new` }).end();
    });

  it.each([301, 308])('for good (%i) is read, and the new address told', async (status) => {
    const target = await startHost((_request, response) => response.end(rss(item('One'))));
    const feed = await movedTo(status, target);
    for (let runs = 0; runs < 2; runs++) {
      const { warnings } = await run([feed]);
      const told = warnings.find(({ problem }) => problem.code === 'moved-feed');
      expect(told?.ref).toBe(`${feed.address}/feed`);
      expect(told?.problem.message).toContain(`${target.address}/new`);
    }
    // It is proposed, never taken up: the named address is asked again.
    expect(feed.asked).toHaveLength(2);
  });

  it.each([302, 303, 307])('for now (%i) is read without a word', async (status) => {
    const target = await startHost((_request, response) => response.end(rss(item('One'))));
    expect(codes(await run([await movedTo(status, target)]))).toEqual([]);
  });
});

describe('feeds that are all down', () => {
  const startFeed = async (body: string) => {
    const now = { body, status: 200 };
    const host = await startHost((_request, response) => {
      response.writeHead(now.status).end(now.body);
    });
    return { ...host, now };
  };

  it.each([
    ['failing', { status: 500 }, 'stale-feed'],
    ['empty', { body: rss() }, 'empty-feed'],
  ])('bring nothing, and their stories stay: %s', async (_how, change, code) => {
    const feeds = [await startFeed(rss(item('One'))), await startFeed(rss(item('Two')))];
    await run(feeds, only(...feeds));
    const isOut = (path: string): boolean => !path.startsWith('take/');
    const before = (await room.list('dist')).filter(isOut);
    for (const { now } of feeds) Object.assign(now, change);
    const report = await run(feeds, only(...feeds));
    expect(report).toMatchObject({ isUnheard: true, withdrawn: 0 });
    expect(codes(report)).toEqual([code, code]);
    expect((await room.list('dist')).filter(isOut)).toEqual(before);
    Object.assign(feeds[0]?.now ?? {}, { status: 200, body: rss(item('One'), item('Three')) });
    expect(await run(feeds, only(...feeds))).toMatchObject({ withdrawn: 0 });
    expect(await room.list('dist/story')).toEqual(
      expect.arrayContaining(['one.json', 'two.json', 'three.json']),
    );
  });

  it('publish nothing that never was', async () => {
    const feeds = [await startFeed(rss()), await startFeed(rss())];
    expect((await run(feeds, only(...feeds))).written).toBeUndefined();
    expect(await room.list('.')).not.toContain('dist/index.html');
  });

  it('do not keep our own stories from going out', async () => {
    const feed = await startFeed('');
    feed.now.status = 500;
    expect((await run([feed])).written).toBeGreaterThan(0);
  });

  it('are not down when they say that nothing has changed', async () => {
    const host = await startHost((request, response) => {
      const isSame = request.headers['if-none-match'] === '"1"';
      response.writeHead(isSame ? 304 : 200, { ETag: '"1"' });
      response.end(isSame ? undefined : rss(item('One')));
    });
    await run([host], only(host));
    expect((await run([host], only(host))).written).toBe(0);
  });
});

// The one that hangs takes its two seconds, and the machine may be busy with other tests.
it('twenty good feeds go out beside one of every bad kind', { timeout: 20_000 }, async () => {
  const good = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      startHost((_request, response) => response.end(rss(item(`Good news ${index}`)))),
    ),
  );
  const endless = (write: (chunk: Buffer) => void): NodeJS.Timeout =>
    setInterval(() => write(Buffer.alloc(1 << 20, 'x')), 1);
  const bad = await Promise.all([
    startHost(() => undefined),
    startHost((_request, response) => response.destroy()),
    startHost((_request, response) => response.writeHead(500).end()),
    startHost((_request, response) => response.end('<!doctype html><p>Sorry')),
    startHost((_request, response) => response.end('['.repeat(100_000))),
    startHost((_request, response) => response.end('<rss><channel>'.repeat(20_000))),
    startHost((_request, response) => {
      const timer = endless((chunk) => response.write(chunk));
      response.on('close', () => clearInterval(timer));
    }),
  ]);
  const fetch: World['fetch'] = (address, options) =>
    safeFetch(address, { ...options, limits: { milliseconds: 2000 } });
  const report = await run([...bad, ...good], {}, { fetch });
  expect(report.refused.map(({ ref }) => ref).toSorted()).toEqual(
    bad.map(({ address }) => `${address}/feed`).toSorted(),
  );
  expect(report.stories + report.briefs).toBe(22);
});

it('a key in the address of a feed is not published', async () => {
  const feed = JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title: 'The Wire' },
    items: [{ id: '1', title: 'Mars', content_html: '<p>It is <a href="">red</a>.', url: '' }],
  });
  const host = await startHost((_request, response) => response.end(feed));
  await run([host], { sources: ['stories', `${host.address}/feed?api-key=canary`] });
  expect(host.asked[0]?.path).toBe('/feed?api-key=canary');
  const paths = await room.list('dist');
  expect(paths).toContain('story/mars.json');
  const published = await Promise.all(paths.map((path) => room.read(`dist/${path}`)));
  expect(published.filter((text) => text.includes('canary'))).toEqual([]);
});
