import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bodyTexts } from '../../src/model/words.ts';
import { projectFolder } from '../support/projectFolder.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const words = [
  { t: 'p', text: 'The *harbour* costs 3 < 4 pounds. 1984 [was] a year_of_storms & #rain.' },
  { t: 'h2', text: '1. What it costs' },
  { t: 'quote', text: 'Nobody asked us', by: 'Ann Example' },
  { t: 'ul', items: ['- one boat', '2) two boats'] },
];
const long = `harbour-dues-${'and-more-'.repeat(12)}end`;
const storyOf = (slug: string, headline: string, related: string[]) => ({
  ...{ slug, headline, standfirst: `In short: ${headline}`, section: 'World' },
  ...{ byline: 'Ann Example', dateline: 'Hull', published: '2025-12-16T09:00:00Z', words: 30 },
  image: { src: '/img/0.png', width: 640, height: 360, alt: 'A boat', caption: 'A boat at sea.' },
  body: words,
  related: related.map((one) => ({ slug: one, headline: '', standfirst: '' })),
});
const stories = [
  storyOf('ferry', 'Two more ferries', [long]),
  storyOf(long, 'Harbour dues fall', ['ferry', 'lantern']),
  { ...storyOf('lantern', 'The lantern is lit', []), image: null },
];

const corpus = (...args: string[]) =>
  promisify(execFile)(process.execPath, [
    join(projectFolder, 'test/bench/corpus/run.mjs'),
    ...args,
  ]);

it('turns the edition of a measuring stand into articles, each at the address and with the words that it has there', async () => {
  const front = { title: 'The Stand', lead: { slug: 'lantern' } };
  await room.put('stand/edition.json', JSON.stringify({ front, stories }));
  await mkdir(join(room.home, 'stand/img'));
  await sharp({ create: { width: 640, height: 360, channels: 3, background: '#345' } })
    .png()
    .toFile(join(room.home, 'stand/img/0.png'));
  await corpus(join(room.home, 'stand/edition.json'), join(room.home, 'articles'));

  const report = await room.report({ sources: ['articles'] });
  expect(report).toMatchObject({ stories: 3, refused: [], warnings: [] });
  const cut = long.slice(0, 80).replace(/-+$/, '');
  const pages = (await room.list('dist/story')).filter((name) => name.endsWith('.html'));
  expect(pages).toEqual([`${cut}.html`, 'ferry.html', 'lantern.html'].toSorted());
  expect(JSON.parse(await room.read('dist/index.json'))).toMatchObject({
    lead: { trail: { slug: 'lantern' } },
  });

  const ferry = await room.published('ferry');
  if (ferry.kind !== 'story') throw new Error('expected a story with its text');
  expect(bodyTexts(ferry.body)).toEqual(
    words.flatMap(({ text, by, items }) => [text, by, ...(items ?? [])].filter(Boolean)),
  );
  expect(ferry).toMatchObject({
    ...{ headline: 'Two more ferries', standfirst: 'In short: Two more ferries' },
    ...{ dateline: 'Hull', section: { name: 'World' }, picture: { alt: 'A boat', width: 640 } },
  });
  expect(ferry.related[0]?.slug).toBe(cut);
});

it('says what it expects of an edition that is none', async () => {
  await room.put('stand/edition.json', '{"front":{}}');
  const said = await corpus(
    join(room.home, 'stand/edition.json'),
    join(room.home, 'articles'),
  ).catch((error: unknown) => error);
  expect(said).toMatchObject({ code: 65 });
  expect(String(said)).toContain('at least one story');
});
