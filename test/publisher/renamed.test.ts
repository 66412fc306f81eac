import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const paragraphs = (...said: string[]): string => said.join('\n\n');
const move = (from: string, to: string): Promise<void> =>
  rename(join(room.home, 'stories', from), join(room.home, 'stories', to));
const told = async (): Promise<string[]> => {
  const { warnings } = await room.report();
  return warnings.flatMap(({ ref, problem: { code } }) =>
    code === 'no-url' ? [] : `${ref} ${code}`,
  );
};

describe('a file that was renamed', () => {
  it('keeps the address of its story, and the editor is told once how to keep it for good', async () => {
    const body = paragraphs('It rose.', 'It shone.', 'It set.');
    await room.story('comet', { body, published: undefined });
    await room.report();
    await room.story('comet', { body: `${body}\n\nIt is gone.`, published: undefined });
    await move('comet.json', 'halley.json');
    expect(await told()).toEqual(['stories/halley.json renamed']);
    expect((await room.published('comet')).kind).toBe('story');
    expect(await room.list('dist')).not.toContain('story/halley.html');
    expect(await told()).toEqual([]);
    expect((await room.published('comet')).kind).toBe('story');
  });

  it('into whose place another came at once is said to have lost its address to that one', async () => {
    await room.story('comet');
    await room.report();
    await move('comet.json', 'halley.json');
    await room.story('comet', { headline: 'Another comet', body: 'It is nearer.' });
    const { warnings } = await room.report();
    expect((await room.published('comet')).headline).toBe('Another comet');
    expect((await room.published('halley')).headline).toBe('All about the comet');
    expect(warnings.map(({ ref, problem }) => `${ref}: ${problem.message}`)).toContain(
      'stories/comet.json: the story that was at /story/comet is halley.json now and gets another address; links to it open this one',
    );
    expect(await told()).toEqual([]);
  });

  it('gives its old name away without its address', async () => {
    await room.story('comet');
    await room.report();
    await move('comet.json', 'a.json');
    await room.report();
    await room.story('comet', { headline: 'Another comet', body: 'It is nearer.' });
    await room.report();
    expect((await room.published('comet')).headline).toBe('All about the comet');
    const stories = (await room.list('dist/story')).filter((path) => path.endsWith('.json'));
    expect(stories.filter((path) => /^comet-[\da-f]{4}\.json$/.test(path))).toHaveLength(1);
  });

  it('is not looked for in another text under the same headline', async () => {
    await room.story('monday', { headline: 'Weather', body: 'Rain.' });
    await room.report();
    await rm(join(room.home, 'stories/monday.json'));
    await room.story('tuesday', { headline: 'Weather', body: 'Sun.' });
    expect(await told()).toEqual(['monday.json taken-back']);
    expect((await room.published('monday')).kind).toBe('withdrawn');
    expect((await room.published('tuesday')).kind).toBe('story');
  });

  it.each([
    ['without any text', { body: [] }, { body: [] }],
    [
      'whose last words are the same',
      { body: paragraphs('Six letters.', 'Solutions follow.') },
      { body: paragraphs('Five letters.', 'Solutions follow.') },
    ],
    [
      'of another day',
      { published: '2025-12-15T09:00:00+00:00' },
      { published: '2025-12-16T09:00:00+00:00' },
    ],
  ])('is not looked for in a column of the same name %s', async (_, before, now) => {
    const same = { headline: 'Crossword', body: 'Six letters.', published: undefined };
    await room.story('monday', { ...same, ...before });
    await room.report();
    await rm(join(room.home, 'stories/monday.json'));
    await room.story('tuesday', { ...same, ...now });
    expect(await told()).not.toContain('stories/tuesday.json renamed');
    expect((await room.published('monday')).kind).toBe('withdrawn');
  });

  it('is not looked for among stories whose file is only held back or has a slip', async () => {
    await room.story('comet');
    await room.story('star', { headline: 'A star', body: 'It shines.' });
    await room.report();
    await room.story('comet', { draft: true });
    await room.put('stories/star.json', '{');
    await room.story('copy-1', { headline: 'All about the comet', body: 'The comet is far away.' });
    await room.story('copy-2', { headline: 'A star', body: 'It shines.' });
    expect(await told()).toEqual([]);
    expect((await room.published('star')).kind).toBe('story');
    expect((await room.published('copy-2')).kind).toBe('story');
  });

  it('after its story was taken back is told how to bring it back to its address', async () => {
    await room.story('comet');
    await room.report();
    await rm(join(room.home, 'stories/comet.json'));
    await room.report();
    await room.story('halley', { headline: 'All about the comet' });
    expect(await told()).toEqual(['stories/halley.json taken-back-before']);
  });
});
