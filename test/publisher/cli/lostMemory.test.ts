import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from '../commandLine.ts';

let commandLine: CommandLine;

// React and the pages are loaded once, so that no test pays for all.
beforeAll(() => import('../../../src/publisher/press/pages.ts'), 60_000);

beforeEach(async () => {
  commandLine = await openCommandLine();
  await commandLine.lede('publish stories');
});

afterEach(() => commandLine.close());

it.each(['memory.json', 'files.json'])(
  'a damaged %s is named, with a cure that leads somewhere and its price',
  async (file) => {
    const { home, put, lede } = commandLine;
    const state = join(home, '.lede/dist');
    await put(`.lede/dist/${file}`, '{');
    const { code, err } = await lede('publish stories');
    expect(code).toBe(1);
    expect(err).toContain(`${file} was damaged`);
    expect(err).toContain(`remove ${state} and publish with --force, or into an empty folder`);
    expect(err).toContain('addresses made from headlines may then change');
    await rm(state, { recursive: true });
    expect((await lede('publish stories --force')).code).toBe(0);
    expect((await lede('publish stories')).code).toBe(0);
  },
);

it('an edition of which nothing is remembered is known as one, and left alone', async () => {
  const { home, put, lede } = commandLine;
  await rm(join(home, '.lede'), { recursive: true });
  const { code, err } = await lede('publish stories');
  expect(code).toBe(64);
  expect(err).toContain(
    'dist holds an edition of Lede, but its memory in .lede/dist is missing or not whole.',
  );
  await put('dist/latest.json', '{}');
  expect((await lede('publish stories')).err).toContain('were not published by lede');
});
