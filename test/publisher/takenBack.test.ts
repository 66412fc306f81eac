import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Withdrawn } from '../../src/model/story.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  for (const slug of ['mars', 'venus', 'tides']) await room.story(slug);
});
afterEach(() => room.close());

const remove = (slug: string): Promise<void> => rm(join(room.home, 'stories', `${slug}.json`));
const told = async (sources = ['stories']): Promise<string[]> => {
  const { warnings } = await room.report({ sources });
  return warnings.flatMap(({ ref, problem: { code, message } }) => {
    return code === 'taken-back' ? [`${ref}: ${message}`] : [];
  });
};

it('a story whose file is gone is said to be taken back, once', async () => {
  expect(await told()).toEqual([]);
  await remove('mars');
  expect(await told()).toEqual([
    'mars.json: this story is in no source any more, and /story/mars says so in its place',
  ]);
  expect(await told()).toEqual([]);
});

it('naming fewer sources than before is told with the count of what is taken back', async () => {
  await room.put('more/lede.json', JSON.stringify({ name: 'The Sample' }));
  for (const slug of ['quay', 'mole']) {
    await room.put(`more/${slug}.md`, `# The ${slug}\n\nIt is old.`);
  }
  await told(['stories', 'more']);
  const [two] = await told(['stories']);
  expect(two).toMatch(/: 2 of 7 stories are in no source any more, and notices .+ \/story\/mole$/);
  expect(await told(['stories', 'more'])).toEqual([]);
  const [most] = await told(['more']);
  expect(most).toContain(': most of the edition is taken back: 5 of 7 stories are in no source');
});

it('what a source holds back, or takes back itself, is told of elsewhere', async () => {
  await told();
  await room.story('mars', { draft: true });
  await room.story('venus', { expires: '2025-12-16T10:00:00Z' });
  expect(await told()).toEqual([]);
  const { at, kind } = (await room.published('mars')) as Withdrawn;
  // To the second, as all other times.
  expect([kind, at?.at]).toEqual(['withdrawn', '2025-12-17T06:00:00Z']);
});

it('no edition is made when the memory of addresses is gone and the rest is there', async () => {
  await told();
  await rm(join(room.home, '.lede/dist/memory.json'));
  await expect(room.run()).rejects.toThrow('memory.json is gone');
});

it('a story that the editor gives another slug loses its address, and that is said', async () => {
  await room.put('stories/mars.json', JSON.stringify({ headline: 'Mars is red', slug: 'mars' }));
  await told();
  await room.put('stories/mars.json', JSON.stringify({ headline: 'Mars is red', slug: 'red' }));
  const { warnings } = await room.report();
  const changed = warnings.filter(({ problem }) => problem.code === 'slug-changed');
  expect(changed).toMatchObject([
    {
      ref: 'stories/mars.json',
      problem: { at: 'slug', mend: 'give it the slug mars to keep its address' },
    },
  ]);
  expect(await room.list('dist/story')).not.toContain('mars.html');
});

it('a story that gets another slug and another headline in one save is not taken back', async () => {
  const body = 'It is red.\n\nIt is cold.\n\nIt is far.';
  const save = (more: object) =>
    room.put('stories/mars.json', JSON.stringify({ headline: 'Mars is red', body, ...more }));
  await save({ slug: 'mars' });
  await told();
  await save({ slug: 'red', headline: 'Of rust', body: `${body}\n\nIt is small.` });
  const { warnings } = await room.report();
  expect(warnings.map(({ problem }) => problem.code)).toContain('slug-changed');
  expect(warnings.map(({ problem }) => problem.code)).not.toContain('taken-back');
  expect(await room.list('dist/story')).not.toContain('mars.html');
});

it('a story in whose file another stands under another slug is taken back', async () => {
  await room.put('stories/mars.json', JSON.stringify({ headline: 'Mars is red', slug: 'mars' }));
  await told();
  await room.put('stories/mars.json', JSON.stringify({ headline: 'Of rust', slug: 'rust' }));
  expect(await told()).toHaveLength(1);
  expect((await room.published('mars')).kind).toBe('withdrawn');
});

const item = (title: string): string =>
  `<item><title>${title}</title><guid>https://a.example.org/${title}</guid><description>It is far away.</description></item>`;
const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>A</title><link>https://a.example.org/</link>${items}</channel></rss>`;
const entries = (items: readonly object[]): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A', items });
const entry = (title: string) => ({ id: title, title, content_text: 'It is far away.' });

it.each([
  [
    'too many items in XML',
    feed(`${item('quay')}${item('mole')}`),
    feed(`${item('quay')}${item('pier')}${'<item/>'.repeat(20_000)}${item('mole')}`),
    'too-many-items',
  ],
  [
    'too many items in JSON',
    entries([entry('quay'), entry('mole')]),
    entries([
      entry('quay'),
      entry('pier'),
      ...Array.from({ length: 20_000 }, () => ({})),
      entry('mole'),
    ]),
    'too-many-items',
  ],
  [
    'too many elements',
    feed(`${item('quay')}${item('mole')}`),
    feed(`${item('quay')}${item('pier')}<item>${'<a/>'.repeat(500_000)}</item>${item('mole')}`),
    'too-large',
  ],
  [
    'its end',
    feed(`${item('quay')}${item('mole')}`),
    feed(`${item('quay')}${item('pier')}${item('mole')}`).slice(0, -80),
    'truncated',
  ],
])(
  'a file cut by %s takes back no story that stands behind the cut',
  async (_, whole, cut, code) => {
    await room.put('stories/feed', whole);
    await told();
    await room.put('stories/feed', cut);
    const { refused, stories } = await room.report({ sources: ['stories'] });
    expect(stories).toBe(8);
    expect((await room.published('mole')).kind).toBe('story');
    const own = refused
      .filter(({ ref }) => ref === 'stories/feed')
      .flatMap(({ problems }) => problems);
    expect(own.map((problem) => problem.code)).toEqual([code, 'earlier-version-stays']);
    await room.put('stories/feed', feed(item('quay')));
    await told();
    expect((await room.published('mole')).kind).toBe('withdrawn');
  },
);

it('what a cut file itself takes back is taken back all the same', async () => {
  const cut = (status: string): string =>
    feed(
      `${item('quay')}${item('mole').replace('</item>', `<wp:status>${status}</wp:status></item>`)}${item('pier')}`,
    )
      .replace('<rss', '<rss xmlns:wp="http://wordpress.org/export/1.2/"')
      .slice(0, -80);
  await room.put('stories/feed', cut('publish'));
  await told();
  expect((await room.published('mole')).kind).toBe('story');
  await room.put('stories/feed', cut('private'));
  await told();
  expect((await room.published('mole')).kind).toBe('withdrawn');
  expect((await room.published('quay')).kind).toBe('story');
});
