import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../../../src/publisher/fetch/fetched.ts';
import { redirected } from '../../../src/publisher/fetch/redirected.ts';
import type { Fetch } from '../../../src/publisher/fetch/safeFetch.ts';
import { parseTarget, type Target } from '../../../src/publisher/fetch/target.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

const allowHosts = ['cms.example'];

describe('a host of one’s own network that was let through', () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom();
  });
  afterEach(() => room.close());

  it('is open to what the editor named, and not to what strangers write', async () => {
    const feed = (name: string): string =>
      `<rss version="2.0"><channel><title>A</title><item><guid>${name}</guid><title>${name}</title>
      <enclosure url="http://cms.example/${name}.png" type="image/png" length="1"/></item></channel></rss>`;
    const allowedFor = new Map<string, readonly string[]>();
    const fetch: Fetch = (address, options) => {
      allowedFor.set(new URL(address).pathname, options.allowHosts ?? []);
      const name = /^https?:\/\/(\w+)\.example\/feed$/.exec(address)?.[1];
      if (name === undefined) return Promise.resolve(failed('bad-answer', 'it sends nothing'));
      const bytes = Buffer.from(feed(name));
      return Promise.resolve({ kind: 'fetched', bytes, contentType: '', finalUrl: address });
    };
    await room.put(
      'stories/mars.md',
      '# Mars\n\nIt is red.\n\n![A](http://cms.example/mars.png)\n',
    );
    const sources = ['stories', 'http://cms.example/feed', 'https://stranger.example/feed'];
    const reach = { allowHosts, isOffline: false, hasPictures: true };
    await room.report({ sources, reach }, { fetch });
    expect(allowedFor.get('/stranger.png')).toEqual([]);
    expect(allowedFor.get('/cms.png')).toEqual(allowHosts);
    expect(allowedFor.get('/mars.png')).toEqual(allowHosts);
  });

  it.each([
    ['https://stranger.example/feed', false],
    ['https://cms.example/feed', true],
  ])('is reached by a redirect of %s: %s', (address, isReached) => {
    const from = parseTarget(address, allowHosts) as Target;
    const to = redirected(from, 'https://cms.example/private', allowHosts);
    expect(to).toMatchObject({ kind: 'target', isAllowed: isReached });
  });
});
