import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lookup } from '../../../src/publisher/fetch/resolve.ts';
import { safeFetch } from '../../../src/publisher/fetch/safeFetch.ts';
import type { World } from '../../../src/publisher/world.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost } from './host.ts';

/** How this machine can be named where nobody may name it; `@` is where the port goes. */
const forms = [
  ...['http://127.0.0.1@/', 'http://2130706433@/', 'http://0x7f.1@/', 'http://0177.0.0.1@/'],
  ...['http://127.1@/', 'http://0@/', 'http://①②⑦.0.0.1@/', 'http://127。0。0。1@/'],
  ...[
    'http://127.0.0.1.@/',
    'http://%31%32%37.0.0.1@/',
    'http://127.0.0.2@/',
    'https://127.0.0.1@/',
  ],
  ...['http://localhost@/', 'http://localhost.@/', 'http://private.example@/'],
  ...[
    'http://mixed.example@/',
    'http://rebind.example@/',
    'http:\\\\127.0.0.1@\\',
    '//127.0.0.1@/',
  ],
  ...['http://[::1]@/', 'http://[::]@/', 'http://[::ffff:127.0.0.1]@/', 'http://[::127.0.0.1]@/'],
  ...['http://[64:ff9b::127.0.0.1]@/', 'http://[2002:7f00:1::]@/', 'http://[fe80::1%25lo]@/'],
  ...['http://u:p@127.0.0.1@/', 'http://public.example\\@127.0.0.1@/', 'http://127.0.0.1@#public'],
  ...['HTTP://127.0.0.1@/', ' http://127.0.0.1@/', 'ht\ttp://127.0.0.1@/', 'ftp://127.0.0.1@/'],
];

/** Names as a hostile name server gives them: the second answer is another than the first. */
const asked = new Map<string, number>();
const lookup: Lookup = (host) => {
  const times = asked.get(host) ?? 0;
  asked.set(host, times + 1);
  if (host === 'public.example') return Promise.resolve(['127.0.0.1']);
  if (host === 'mixed.example') return Promise.resolve(['192.0.43.10', '127.0.0.1']);
  if (host === 'rebind.example' && times === 0) return Promise.resolve(['10.0.0.1']);
  return Promise.resolve(['127.0.0.1', '::1']);
};

/** Takes connections where none may arrive, on every port alike of this machine's two addresses. */
interface Trap {
  port: number;
  /** How often somebody came. */
  caught: number;
  close: () => Promise<void>;
}

async function setTrap(): Promise<Trap> {
  const trap: Trap = { port: 0, caught: 0, close: () => Promise.resolve() };
  const server: Server = createServer((socket) => {
    trap.caught++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '::', resolve);
  });
  // Listening on an address, so it is no pipe's name.
  trap.port = (server.address() as AddressInfo).port;
  trap.close = () => new Promise((resolve) => server.close(() => resolve()));
  return trap;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const rss = (item: (url: string, index: number) => string) => (urls: readonly string[]) =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Wire</title>${urls
      .map((url, index) => {
        const more = item(escaped(url), index);
        return `<item><guid>${index}</guid><title>Story ${index}</title>${more}</item>`;
      })
      .join('')}</channel></rss>`;
const jsonFeed = (field: string) => (urls: readonly string[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Wire',
    items: urls.map((url, index) => ({
      ...{ id: `${index}`, title: `Story ${index}`, content_text: 'Words.' },
      [field]: field === 'attachments' ? [{ url, mime_type: 'image/png' }] : url,
    })),
  });
const image = (url: string): string => escaped(`<p>Words.</p><img src="${url}" alt="A">`);

/** Where in a feed an address can stand. */
const places: Record<string, (urls: readonly string[]) => string> = {
  'a picture in the text': rss((url) => `<content:encoded>${image(url)}</content:encoded>`),
  'an enclosure': rss((url) => `<enclosure url="${url}" type="image/png" length="1"/>`),
  'media:content': rss((url) => `<media:content url="${url}" medium="image"/>`),
  'media:thumbnail': rss((url) => `<media:thumbnail url="${url}"/>`),
  'a link': rss((url) => `<link>${url}</link><atom:link rel="next" href="${url}"/>`),
  'an image of JSON Feed': jsonFeed('image'),
  'an attachment': jsonFeed('attachments'),
  'the logo': (urls) => {
    const logos = urls.map((url) => {
      const address = escaped(url);
      return `<image><url>${address}</url></image><atom:link rel="hub" href="${address}"/>`;
    });
    return rss(() => '')(['']).replace('<item>', `${logos.join('')}<item>`);
  },
  'a picture of Atom': (urls) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>A</title>${urls
      .map((url, index) => {
        const content = `<content type="html">${image(escaped(url))}</content>`;
        return `<entry xml:base="${escaped(url)}"><id>${index}</id><title>Story ${index}</title><link rel="enclosure" type="image/png" href="${escaped(url)}"/>${content}</entry>`;
      })
      .join('')}</feed>`,
};

let room: Newsroom;
let traps: Trap[];
let urls: string[];

beforeEach(async () => {
  room = await openNewsroom();
  asked.clear();
  traps = await Promise.all(forms.map(setTrap));
  urls = forms.map((form, index) => form.replace(/@(?=[/\\#]*[a-z]*$)/, `:${traps[index]?.port}`));
});

afterEach(async () => {
  await room.close();
  await Promise.all(traps.map(({ close }) => close()));
});

/** Forms by which somebody came. */
const caught = (): string[] => forms.filter((_form, index) => (traps[index]?.caught ?? 0) > 0);
const run = async (sources: string[], allowHosts: string[] = []): Promise<void> => {
  const fetch: World['fetch'] = (address, options) => safeFetch(address, { ...options, lookup });
  await room.report(
    { sources, reach: { allowHosts, isOffline: false, hasPictures: true } },
    { fetch },
  );
};

describe('nobody is asked who is not on the public internet, whoever names them and wherever:', () => {
  it.each(Object.entries(places))('%s', async (_place, write) => {
    const host = await startHost((_request, response) => response.end(write(urls)));
    await run(['stories', `${host.address}/feed`], [host.name]);
    expect(host.asked.length).toBeGreaterThan(0);
    expect(caught()).toEqual([]);
  });

  it('where a feed or its picture is said to have moved to', async () => {
    const host = await startHost((request, response) => {
      const { url = '' } = request;
      const index = Number(url.split('/').at(-1));
      if (url === '/pictures') {
        response.end(
          rss(
            (_url, at) =>
              `<media:content url="http://${request.headers.host}/move/${at}" medium="image"/>`,
          )(urls),
        );
      } else {
        const location = Buffer.from(urls[index] ?? '')
          .toString('latin1')
          .replaceAll('\t', '%09');
        response.writeHead(302, { Location: location }).end();
      }
    });
    const feeds = urls.map((_url, index) => `${host.address}/feed/${index}`);
    await run(['stories', `${host.address}/pictures`, ...feeds], [host.name]);
    expect(host.asked.length).toBeGreaterThan(urls.length);
    expect(caught()).toEqual([]);
  });

  it('a feed that is named on the command line', async () => {
    const addresses = urls.filter((url) => /^https?:\/\//i.test(url));
    const withPassword = addresses.filter(
      (url) => URL.canParse(url) && new URL(url).username !== '',
    );
    await expect(run(withPassword)).rejects.toThrow('holds a name or password');
    const noAddress = addresses.filter((url) => !URL.canParse(url));
    await expect(run(noAddress)).rejects.toThrow('is no address to read from');
    const turnedAway = new Set([...withPassword, ...noAddress]);
    await run(['stories', ...addresses.filter((url) => !turnedAway.has(url))]);
    expect(caught()).toEqual([]);
  });

  it('a picture in a Markdown file or a saved page', async () => {
    for (const [index, url] of urls.entries()) {
      await room.put(`stories/${index}.md`, `# Story ${index}\n\nWords.\n\n![A](<${url}>)\n`);
      await room.put(
        `stories/${index}.html`,
        `<meta property="og:image" content="${escaped(url)}"><article><h1>Page ${index}</h1><p>Words.</p><img src="${escaped(url)}" alt="A"></article>`,
      );
    }
    await run(['stories']);
    expect(caught()).toEqual([]);
  });

  it('but whom the editor names is, so the traps do work', async () => {
    const host = await startHost((_request, response) =>
      response.end(rss((url) => `<media:content url="${url}" medium="image"/>`)(urls)),
    );
    const own = ['127.0.0.1', 'localhost', 'private.example', 'mixed.example', '::1', '0.0.0.0'];
    await run(['stories', `${host.address}/feed`], own);
    expect(caught().length).toBeGreaterThan(15);
  });
});
