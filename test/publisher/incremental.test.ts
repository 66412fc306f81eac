import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { World } from '../../src/publisher/world.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';
import { randomNumbers } from './wire/randomNumbers.ts';

/** Pages that show all of their document, so that nothing can differ unseen. */
const createPageRenderer: World['createPageRenderer'] =
  (site, { scripts }) =>
  (page) =>
    JSON.stringify({ site, scripts, page });

const words = 'harbour orchard violin glacier census bakery tram lantern meadow archive'.split(' ');

/** An editor who does something to the newsroom at random, always the same for one seed. */
function editorOf(room: Newsroom, seed: number): () => Promise<string> {
  const next = randomNumbers(seed);
  const pick = <One>(from: readonly One[]): One => {
    const one = from[Math.floor(next() * from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  let names = 0;
  const there: string[] = [];
  const taken: string[] = [];
  const tell = (name: string, more: object = {}): Promise<void> =>
    room.story(name, {
      headline: `${pick(words)} and ${pick(words)} of ${name}`,
      section: pick(['Science', 'Town', 'science']),
      tags: [pick(words)],
      people: [pick(['Ada Moss', 'Sam Levine'])],
      byline: pick(['By Ada Moss', 'By Sam Levin and Sam Levine']),
      published: `2025-${pick(['10', '11', '12'])}-0${1 + Math.floor(next() * 9)}T09:00:00Z`,
      body: Array.from({ length: 30 }, () => pick(words)).join(' '),
      ...more,
    });
  const deeds: Record<string, () => Promise<void>> = {
    async add() {
      names += 1;
      there.push(`story-${names}`);
      await tell(`story-${names}`);
    },
    change: () => tell(pick(there)),
    // Two names may be those of a story that is there, of one that is gone, or of nothing yet.
    relate: () =>
      tell(pick(there), { related: [pick(there), { headline: `A brief on ${pick(words)}` }] }),
    async takeBack() {
      const name = pick(there);
      await rm(join(room.home, 'stories', `${name}.json`));
      there.splice(there.indexOf(name), 1);
      taken.push(name);
    },
    async restore() {
      const name = taken.pop();
      if (name === undefined) return;
      there.push(name);
      await tell(name);
    },
    async renameFile() {
      const name = pick(there);
      names += 1;
      const to = `story-${names}`;
      await rename(
        join(room.home, 'stories', `${name}.json`),
        join(room.home, 'stories', `${to}.json`),
      );
      there.splice(there.indexOf(name), 1, to);
    },
    draft: () => tell(pick(there), { draft: true }),
    embargo: () => tell(pick(there), { embargo: '2025-12-18T00:00:00Z' }),
    slip: () => room.put(`stories/${pick(there)}.json`, '{ "headline": '),
    picture: () => tell(pick(there), { picture: { src: 'moon.png', alt: 'The Moon' } }),
    slug: () => tell(pick(there), { slug: `${pick(words)}-${names}` }),
    settings: () =>
      room.put(
        'stories/lede.json',
        JSON.stringify({
          name: pick(['The Sample', 'The Example']),
          url: 'https://example.org/news',
          sections: pick([['Science'], ['Town', 'Science'], []]),
          timeZone: pick(['UTC', 'Asia/Tokyo']),
          lead: pick(there),
        }),
      ),
    wait: () => Promise.resolve(),
  };
  return async () => {
    const deed = there.length < 4 ? 'add' : pick(Object.keys(deeds));
    await deeds[deed]?.();
    return deed;
  };
}

async function bytesOf(home: string, room: Newsroom): Promise<Map<string, string>> {
  const bytes = new Map<string, string>();
  for (const path of await room.list(join(home, 'dist').slice(room.home.length))) {
    bytes.set(path, await readFile(join(home, 'dist', path), 'latin1'));
  }
  return bytes;
}

/** Forgets all that can be made again; what a folder holds of addresses and of who is related is memory. */
async function forget(home: string): Promise<void> {
  await rm(join(home, '.lede/dist/sources'), { recursive: true, force: true });
  const journal = { schema: 'lede-journal/1', entries: [], stories: [] };
  await mkdir(join(home, '.lede/dist'), { recursive: true });
  await writeFile(join(home, '.lede/dist/journal.json'), JSON.stringify(journal));
}

it('a run that changes nothing but the time writes nothing into the edition, and tells when news grows old', async () => {
  const room = await openNewsroom();
  const config = { name: 'The Sample', url: 'https://example.org/news' };
  await room.put('stories/lede.json', JSON.stringify(config));
  await room.story('undated', { published: undefined });
  const at = (hour: number) =>
    room.report({}, { now: new Date(Date.UTC(2025, 11, 17, hour)), createPageRenderer });
  await at(6);
  const before = await bytesOf(room.home, room);
  expect(before.get('news-sitemap.xml')).toContain('All about the');
  expect((await at(7)).written).toBe(0);
  expect((await at(30)).written).toBe(0);
  expect(await bytesOf(room.home, room)).toEqual(before);
  expect((await at(55)).written).toBeGreaterThan(0);
  const after = await bytesOf(room.home, room);
  expect(after.get('news-sitemap.xml')).not.toContain('All about the');
  expect(after.get('latest.json')).toContain('2025-12-19');
  await room.close();
});

it.each([1, 2, 3])(
  'a run that takes up where the last one ended makes the same bytes as one that begins anew: %i',
  async (seed) => {
    const room = await openNewsroom();
    const edit = editorOf(room, seed);
    const done: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      for (let deeds = 0; deeds < 3; deeds += 1) done.push(await edit());
      // A file that changed within the disk's last tick is not taken for settled.
      await wait(60);
      const now = new Date(Date.UTC(2025, 11, 17, 6 + 4 * round));
      const other = join(room.home, 'other');
      await rm(other, { recursive: true, force: true });
      for (const folder of ['stories', 'dist', '.lede']) {
        await cp(join(room.home, folder), join(other, folder), { recursive: true }).catch(
          () => undefined,
        );
      }
      await forget(other);
      await room.run({}, { now, createPageRenderer });
      await room.run({}, { now, createPageRenderer, cwd: other });
      const said = done.join(', ');
      const bytes = await bytesOf(room.home, room);
      expect(bytes.size).toBeGreaterThan(20);
      expect(await bytesOf(other, room), said).toEqual(bytes);
    }
    await room.close();
  },
  120_000,
);

/** Runs in the newsroom, and anew in a copy of it. @returns what came of each */
async function runBoth(
  room: Newsroom,
): Promise<{ goneOn: Map<string, string>; anew: Map<string, string> }> {
  await wait(60);
  const other = join(room.home, 'other');
  for (const folder of ['stories', 'dist', '.lede']) {
    await cp(join(room.home, folder), join(other, folder), { recursive: true });
  }
  await forget(other);
  await room.run({}, { createPageRenderer });
  await room.run({}, { createPageRenderer, cwd: other });
  return { goneOn: await bytesOf(room.home, room), anew: await bytesOf(other, room) };
}

it('the notice of a story that was taken back has its day in the time zone of now', async () => {
  const room = await openNewsroom();
  // What stands in the notice beside it has no day of its own.
  for (const name of ['moon', 'sun', 'mars']) await room.story(name, { published: undefined });
  await room.run({}, { createPageRenderer });
  await rm(join(room.home, 'stories/mars.json'));
  const late = { now: new Date('2025-12-17T20:00:00Z'), createPageRenderer };
  await room.run({}, late);
  const config = { name: 'The Sample', timeZone: 'Asia/Tokyo' };
  await room.put('stories/lede.json', JSON.stringify({ ...config, timeZone: 'UTC' }));
  await room.run({}, late);
  await room.put('stories/lede.json', JSON.stringify(config));
  const { goneOn, anew } = await runBoth(room);
  expect(goneOn.get('story/mars.json')).toContain('2025-12-18');
  expect(goneOn).toEqual(anew);
  await room.close();
});

it('the name of an edition does not come from those of files', async () => {
  const room = await openNewsroom();
  await room.story('mars', { slug: 'mars', published: undefined });
  await room.run({}, { createPageRenderer });
  await rename(join(room.home, 'stories/mars.json'), join(room.home, 'stories/planet.json'));
  const { goneOn, anew } = await runBoth(room);
  expect(goneOn.get('latest.json')).toBe(anew.get('latest.json'));
  await room.close();
});
