import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from './commandLine.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
let line: CommandLine;
beforeEach(async () => {
  room = await openNewsroom();
  line = await openCommandLine();
  await room.put(
    'stories/lede.json',
    JSON.stringify({ name: 'The Sample', url: 'https://example.org' }),
  );
  await rm(join(room.home, 'stories/sun.json'));
});
afterEach(async () => {
  await room.close();
  await line.close();
});

it.each([
  ['a draft', { draft: true }],
  ['past its time', { expires: '2025-12-16T10:00:00Z' }],
])('the last story is taken back when it is %s', async (_, more) => {
  await room.report();
  await room.story('moon', more);
  const report = await room.report();
  expect(report).toMatchObject({ stories: 0, withdrawn: 1 });
  expect((await room.published('moon')).kind).toBe('withdrawn');
  for (const path of ['index.json', 'feed.xml']) {
    expect(await room.read(`dist/${path}`)).not.toContain('is far away');
  }
  // It is no news twice.
  expect((await room.report()).written).toBeUndefined();
});

it('what a source takes back goes though nothing else of it can be used', async () => {
  await room.report();
  await room.story('sun');
  await room.report();
  await room.story('moon', { draft: true });
  await room.put('stories/sun.json', '{');
  await room.report();
  expect((await room.published('moon')).kind).toBe('withdrawn');
  expect((await room.published('sun')).kind).toBe('story');
});

it('a folder without stories takes nothing back, and that is what is said', async () => {
  expect((await line.lede('publish stories')).code).toBe(0);
  await rm(join(line.home, 'stories/moon.json'));
  const { code, out } = await line.lede('publish stories');
  expect(code).toBe(2);
  expect(out).toContain(
    'Nothing was published, as there was no usable story. What is out stays as it was.',
  );
  expect(out).not.toContain('in no source any more');
});
