import { expect, it } from 'vitest';
import type { TakeManifest, TakePart } from '../../src/model/take.ts';
import { seal, unsealed } from '../../src/publisher/desk/version.ts';
import { hear } from '../../src/worker/hear.ts';
import { keep } from '../../src/worker/store.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { writeTakeNote } from '../../src/worker/take/takeNote.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

it('lets one section of several go, with what is only its own, and puts it back without the host', async () => {
  const { folder } = await publishFolder([storyOf('lead', 'Lead')]);
  const host = await FaultyHost.start(folder);
  const here = deviceOver(host);
  const take = new TakeAlong(here.device);
  const part = (name: string, slugs: string[], pictures: string[]): TakePart => ({
    ...{ name, title: name === 'front' ? '' : name, stories: slugs.length },
    chunks: [
      {
        ...{ src: 'take/0123456789abcdef.json', bytes: 10 },
        documents: Object.fromEntries(slugs.map((slug) => [`/story/${slug}`, 'a'.repeat(16)])),
      },
    ],
    pictures: pictures.map((one) => ({ src: `media/${one}-800.avif`, bytes: 5 })),
  });
  const parts = [
    part('front', ['lead'], ['lead']),
    part('world', ['moon'], ['moon', 'both']),
    part('town', ['fair'], ['both']),
  ];
  const manifest = seal<TakeManifest>({ schema: 'lede-take/1', version: unsealed, parts });
  const put = (cache: string, at: string, text: string): Promise<boolean> =>
    keep(here.device, cache, new URL(at, host.address).href, new Response(text));
  await put('lede-notes', '/take.json', JSON.stringify(manifest));
  for (const slug of ['lead', 'moon', 'fair']) await put('lede-data', `/story/${slug}.json`, slug);
  for (const name of ['lead', 'moon', 'both']) {
    await put('lede-taken-pictures', `/media/${name}-800.avif`, name);
  }
  const count = { done: 3, total: 3 };
  await writeTakeNote(here.device, {
    ...{ status: 'done', manifest: manifest.version, stories: count, bytes: count },
    ...{
      parts: ['front', 'world', 'town'],
      documents: ['/story/lead', '/story/moon', '/story/fair'],
    },
  });
  const namesIn = async (cache: string): Promise<string[]> =>
    (await (await here.caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname);

  await hear(here.device, take, { kind: 'remove-part', name: 'world' });
  expect(await namesIn('lede-data')).toEqual(['/story/lead.json', '/story/fair.json']);
  expect(await namesIn('lede-taken-pictures')).toEqual([
    '/media/lead-800.avif',
    '/media/both-800.avif',
  ]);
  expect(await take.state()).toMatchObject({
    ...{ status: 'done', parts: ['front', 'town'], stories: { done: 2, total: 2 } },
  });
  await hear(here.device, take, { kind: 'put-back', part: 'taken' });
  expect(await namesIn('lede-data')).toContain('/story/moon.json');
  // The last section is let go with all the rest, by another word.
  await hear(here.device, take, { kind: 'remove-part', name: 'town' });
  expect((await take.state()).parts).toEqual(['front', 'town']);
  await here.settle();
  await host.close();
});
