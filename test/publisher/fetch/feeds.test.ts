import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFetch } from '../../../src/publisher/fetch/safeFetch.ts';
import type { PublishOptions, Report, World } from '../../../src/publisher/world.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost, type Host } from './host.ts';

let room: Newsroom;

beforeEach(async () => {
  room = await openNewsroom();
});

afterEach(() => room.close());

interface Item {
  id: string;
  title: string;
  text?: string;
  url?: string;
  image?: string;
}

const jsonFeed = (...items: Item[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Wire',
    items: items.map(({ text = 'It happened.', ...item }) => ({ ...item, content_text: text })),
  });
const rss = (...titles: string[]): string =>
  `<rss version="2.0"><channel><title>The Wire</title>${titles
    .map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`)
    .join('')}</channel></rss>`;

/** A host whose answer can be changed between runs. */
async function startFeed(body: string | Buffer, headers: Record<string, string> = {}) {
  const now = { body, headers, status: 200 };
  const host = await startHost((_request, response) => {
    response.writeHead(now.status, now.headers).end(now.body);
  });
  return { ...host, now };
}

const dead: Host = { address: 'http://127.0.0.1:9', name: '127.0.0.1', asked: [] };

/** Publishes these feeds, whose hosts the editor let through. */
function run(
  feeds: readonly Host[],
  options: Partial<PublishOptions> = {},
  world: Partial<World> = {},
): Promise<Report> {
  const reach = {
    allowHosts: feeds.map(({ name }) => name),
    isOffline: false,
    hasPictures: true,
    ...options.reach,
  };
  const sources = ['stories', ...feeds.map(({ address }) => `${address}/feed`)];
  return room.report({ sources, ...options, reach }, world);
}

const slugs = async (): Promise<string[]> =>
  (await room.list('dist/story')).flatMap((path) => /^(.*)\.json$/.exec(path)?.[1] ?? []);
const codes = ({ warnings, refused }: Report): string[] => [
  ...refused.flatMap(({ problems }) => problems.map(({ code }) => code)),
  ...warnings.map(({ problem }) => problem.code).filter((code) => !/no-url|no-body/.test(code)),
];

describe('a feed among the sources', () => {
  it('is fetched, and its stories go out with the others', async () => {
    const feed = await startFeed(jsonFeed({ id: '1', title: 'Mars is red' }));
    const report = await run([feed]);
    expect(codes(report)).toEqual([]);
    expect(await slugs()).toEqual(['mars-is-red', 'moon', 'sun']);
    expect(feed.asked).toHaveLength(1);
    expect(feed.asked[0]?.headers.accept).toContain('application/rss+xml');
  });

  it('may be the only source; lede.json is then that of the working folder', async () => {
    const feed = await startFeed(rss('Mars is red'));
    const sources = [`${feed.address}/feed`];
    await room.put('lede.json', JSON.stringify({ name: 'Ours' }));
    const { warnings } = await run([feed], { sources });
    expect(await slugs()).toEqual(['mars-is-red']);
    expect(warnings.map(({ ref, problem }) => `${ref} ${problem.code}`)).toContain(
      'lede.json no-url',
    );
  });

  it('is asked whether it changed, and not sent again when it has not', async () => {
    const host = await startHost((request, response) => {
      const isSame = request.headers['if-none-match'] === '"1"';
      response.writeHead(isSame ? 304 : 200, { ETag: '"1"' });
      response.end(isSame ? undefined : rss('Mars is red'));
    });
    await run([host]);
    expect(await run([host])).toMatchObject({ written: 0, withdrawn: 0 });
    expect(host.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
    expect(await slugs()).toContain('mars-is-red');
  });

  it('keeps the stories that have fallen off it, and takes corrections of those still on it', async () => {
    const feed = await startFeed(jsonFeed({ id: '1', title: 'One' }, { id: '2', title: 'Two' }));
    await run([feed]);
    feed.now.body = jsonFeed(
      { id: '3', title: 'Three' },
      { id: '2', title: 'Two', text: 'Mended.' },
    );
    expect(await run([feed])).toMatchObject({ withdrawn: 0, refused: [] });
    feed.now.body = jsonFeed();
    expect(await run([feed])).toMatchObject({ withdrawn: 0, refused: [] });
    expect(await slugs()).toEqual(['moon', 'one', 'sun', 'three', 'two']);
    expect(await room.read('dist/story/two.json')).toContain('Mended.');
  });

  it('is read in the encoding that its host names', async () => {
    const xml = Buffer.from(rss('Caf\u00e9 open'), 'latin1');
    const feed = await startFeed(xml, { 'Content-Type': 'text/xml; charset=ISO-8859-1' });
    const [before = '', after = ''] = rss('MOON').split('<title>MOON</title>');
    const moon = Buffer.from([0xec, 0xd5, 0xce, 0xc1]);
    const parts = [Buffer.from(`${before}<title>`), moon, Buffer.from(`</title>${after}`)];
    const other = await startFeed(Buffer.concat(parts), {
      'Content-Type': 'application/xml; charset=koi8-r',
    });
    await run([feed, other]);
    const headlines = await Promise.all(
      (await slugs()).map(async (slug) => (await room.published(slug)).headline),
    );
    expect(headlines).toEqual(
      expect.arrayContaining(['Caf\u00e9 open', '\u041b\u0443\u043d\u0430']),
    );
  });
});

describe('a feed that fails', () => {
  const failures: [string, (feed: Awaited<ReturnType<typeof startFeed>>['now']) => void][] = [
    ['is down', (now) => (now.status = 503)],
    ['is gone', (now) => (now.status = 410)],
    ['has become a web page', (now) => (now.body = '<!doctype html><title>Sorry</title><p>Sorry.')],
    ['has become a text', (now) => (now.body = 'Sorry\n\nWe are moving.')],
    ['has become another XML', (now) => (now.body = '<error><message>Sorry</message></error>')],
    ['is empty', (now) => (now.body = '')],
    ['is cut off', (now) => (now.body = jsonFeed({ id: '1', title: 'One' }).slice(0, -9))],
    ['defines entities', (now) => (now.body = `<!DOCTYPE rss [<!ENTITY a "b">]>${rss('One')}`)],
  ];

  it.each(failures)('keeps its stories and is marked stale: it %s', async (_what, fail) => {
    const feed = await startFeed(jsonFeed({ id: '1', title: 'One' }, { id: '2', title: 'Two' }));
    await run([feed]);
    fail(feed.now);
    const report = await run([feed], {}, { now: new Date('2025-12-18T06:00:00Z') });
    expect(codes(report)).toEqual(['stale-feed']);
    expect(report).toMatchObject({ stories: 4, withdrawn: 0 });
    const [stale] = report.warnings.filter(({ problem }) => problem.code === 'stale-feed');
    expect(stale?.ref).toBe(`${feed.address}/feed`);
    expect(stale?.problem.message).toContain('2 earlier stories stay, as of 2025-12-17T06:00');
    expect(JSON.stringify(report)).not.toContain('Sorry');
  });

  it.each(failures)(
    'at its first run is refused and the others go out: it %s',
    async (_what, fail) => {
      const feed = await startFeed('');
      fail(feed.now);
      const good = await startFeed(rss('Mars is red'));
      const report = await run([feed, good]);
      expect(report.refused.map(({ ref }) => ref)).toEqual([`${feed.address}/feed`]);
      expect(await slugs()).toEqual(['mars-is-red', 'moon', 'sun']);
    },
  );

  it('stops nothing from going out, and nothing goes out when all fail', async () => {
    expect(codes(await run([dead]))).toEqual(['unusable-address']);
    const report = await run([dead], { sources: [`${dead.address}/feed`], out: 'other' });
    expect(report.written).toBeUndefined();
    expect(await readdir(room.home)).not.toContain('other');
  });

  it('by hanging takes no more than its own time from the others', async () => {
    const hanging = await Promise.all([1, 2, 3].map(() => startHost(() => undefined)));
    const good = await Promise.all(
      ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((title) => startFeed(rss(title))),
    );
    const fetch: World['fetch'] = (address, options) =>
      safeFetch(address, { ...options, limits: { milliseconds: 700 } });
    const start = performance.now();
    const report = await run([...hanging, ...good], {}, { fetch });
    expect(codes(report)).toEqual(['slow-host', 'slow-host', 'slow-host']);
    expect(report.stories).toBe(8);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('is said to be unread when it is on a network that is not public', async () => {
    const feed = await startFeed(rss('Mars is red'));
    const report = await run([feed], {
      reach: { allowHosts: [], isOffline: false, hasPictures: true },
    });
    expect(codes(report)).toEqual(['private-address']);
    expect(report.refused[0]?.problems[0]?.mend).toContain('--allow-host');
    expect(feed.asked).toEqual([]);
  });
});

it('asks nobody when offline, and publishes what there was', async () => {
  const feed = await startFeed(rss('Mars is red'));
  await run([feed]);
  const reach = { allowHosts: [feed.name], isOffline: true, hasPictures: true };
  const report = await run([feed], { reach });
  expect(codes(report)).toEqual(['stale-feed']);
  expect(report).toMatchObject({ stories: 3, written: 0 });
  expect(feed.asked).toHaveLength(1);
});

describe('what a stranger sends', () => {
  it('cannot take the id of another feed\u2019s story', async () => {
    const ours = await startFeed(jsonFeed({ id: 'tag:ours,2025:1', title: 'Ours' }));
    const theirs = await startFeed(jsonFeed({ id: 'tag:ours,2025:1', title: 'Theirs' }));
    await run([ours]);
    expect(codes(await run([theirs, ours]))).toEqual([]);
    expect(await slugs()).toEqual(['moon', 'ours', 'sun', 'theirs']);
    expect((await room.published('ours')).headline).toBe('Ours');
  });

  it('cannot take the slug of our own story', async () => {
    await room.story('moon', { slug: 'moon' });
    const article = { headline: 'Not the Moon', slug: 'moon', body: 'Ha.' };
    const feed = await startFeed(JSON.stringify([article]));
    expect((await run([feed])).refused).toEqual([]);
    expect((await room.published('moon')).headline).toBe('All about the moon');
    expect(await slugs()).toEqual([expect.stringMatching(/^moon-[0-9a-f]{4}$/), 'moon', 'sun']);
  });

  it('cannot pass for a story that its own host sends', async () => {
    const ours = await startFeed('');
    const url = `${ours.address}/story`;
    ours.now.body = jsonFeed({ id: url, title: 'Ours', url });
    const theirs = await startFeed(jsonFeed({ id: url, title: 'Theirs', url }));
    expect(codes(await run([theirs, ours]))).toEqual(['copied-story']);
    expect(await slugs()).toEqual(['moon', 'ours', 'sun']);
  });

  it('cannot show a file of ours', async () => {
    const article = {
      headline: 'Mine',
      body: 'Ha.',
      picture: { src: 'stories/moon.png', alt: '' },
    };
    const feed = await startFeed(JSON.stringify([article]));
    await run([feed]);
    expect(await room.read('dist/story/mine.json')).not.toContain('media/');
    expect(feed.asked.map(({ path }) => path)).toEqual(['/feed', '/stories/moon.png']);
  });
});

describe('what is remembered of a feed', () => {
  const file = async (kind: string): Promise<string> => {
    const folder = join(room.home, '.lede/dist/feeds');
    const name = (await readdir(folder)).find(
      (one) => /^[0-9a-f]{16}\./.test(one) && one.endsWith(kind),
    );
    return join(folder, name ?? '');
  };

  it('is not guessed at when it was damaged: its stories would be taken back', async () => {
    const feed = await startFeed(rss('Mars is red'));
    await run([feed]);
    await writeFile(await file('.items.json'), '{"schema":');
    await expect(run([feed])).rejects.toThrow('was damaged');
  });

  it('may be damaged where it only spares work', async () => {
    const feed = await startFeed(rss('Mars is red'), { ETag: '"1"' });
    await run([feed]);
    const [state = ''] = (await readdir(join(room.home, '.lede/dist/feeds'))).filter((name) =>
      /^[0-9a-f]{16}\.json$/.test(name),
    );
    await writeFile(join(room.home, '.lede/dist/feeds', state), 'no');
    expect(codes(await run([feed]))).toEqual([]);
    expect(feed.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('does not name the address a host sent us on to', async () => {
    const moved = await startFeed(rss('Mars is red'));
    const feed = await startHost((_request, response) => {
      response.writeHead(301, { Location: `${moved.address}/new` }).end();
    });
    await run([feed, moved], { sources: ['stories', `${feed.address}/feed`] });
    await run([feed, moved], { sources: ['stories', `${feed.address}/feed`] });
    expect(feed.asked).toHaveLength(2);
    expect(await readFile(await file('.items.json'), 'utf8')).not.toContain('/new');
  });
});
