import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { startHost } from './host.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const [scoop, tides] = ['https://our.example/scoop', 'https://paper.example/tides'];
const entry = (title: string, url: string) => ({
  id: url,
  title,
  url,
  content_text: 'It happened.',
});
const jsonFeed = (...items: object[]): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'The Wire', items });
const canceled = { pubstatus: 'canceled', versioncreated: '2025-12-17T05:00:00Z' };
const killed = [scoop, tides].map((uri) => ({ uri, url: uri, headline: 'No', ...canceled }));

it.each([
  ['takes over', jsonFeed(entry('Fake', scoop), entry('False', tides))],
  ['takes back', JSON.stringify(killed)],
])('no stranger %s a story that came from a file or another feed', async (_, body) => {
  const [title, content] = [{ rendered: 'Scoop' }, { rendered: '<p>It is ours.</p>' }];
  const post = { id: 7, type: 'post', status: 'publish', link: scoop, title, content };
  await room.put('stories/wp.json', JSON.stringify([post]));
  const first = await startHost((_request, response) =>
    response.end(jsonFeed(entry('Tides', tides))),
  );
  const stranger = await startHost((_request, response) => response.end(body));
  const run = (...hosts: (typeof first)[]) =>
    room.report({
      sources: ['stories', ...hosts.map(({ address }) => `${address}/feed`)],
      reach: { allowHosts: hosts.map(({ name }) => name), isOffline: false, hasPictures: true },
    });
  await run(first);
  for (const hosts of [
    [stranger, first],
    [first, stranger],
  ]) {
    const { warnings } = await run(...hosts);
    const copied = warnings.filter(({ problem }) => problem.code === 'copied-story');
    expect(copied).toHaveLength(2);
    expect(await room.list('dist/story')).toHaveLength(8);
    expect((await room.published('scoop')).headline).toBe('Scoop');
    expect((await room.published('tides')).kind).toBe('story');
  }
});
