import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const at = (time: string) => ({ now: new Date(time) });
const open = at('2025-12-17T06:00:00Z');
const over = at('2025-12-18T00:00:00Z');

/** A story of an agency with a picture of the time given. */
const match = (time: string): string => `<?xml version="1.0" encoding="UTF-8"?>
  <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:agency:match" version="1"><itemMeta><itemClass qcode="ninat:text"/>
      <versionCreated>2025-12-16T21:00:00Z</versionCreated><link rel="irel:seeAlso" residref="urn:agency:goal"/></itemMeta>
      <contentMeta><headline>City win the derby</headline></contentMeta>
      <contentSet><inlineData contenttype="text/plain">It rained.</inlineData></contentSet></newsItem>
    <newsItem guid="urn:agency:goal" version="1"><itemMeta><itemClass qcode="ninat:picture"/>${time}</itemMeta>
      <contentMeta><description>The goal.</description></contentMeta>
      <contentSet><remoteContent href="moon.png" contenttype="image/png" width="500"/></contentSet></newsItem>
  </itemSet></newsMessage>`;

it('a picture is left out, with its words, from its own last day on', async () => {
  await room.put('stories/match.xml', match('<expires>2025-12-18T00:00:00Z</expires>'));
  await room.report({}, open);
  expect(await room.published('city-win-the-derby')).toMatchObject({
    picture: { caption: 'The goal.' },
  });
  const before = await room.read('dist/story/city-win-the-derby.json');
  const { warnings } = await room.report({}, over);
  expect(await room.read('dist/story/city-win-the-derby.json')).not.toContain('goal');
  const codes = (said: typeof warnings): string[] => said.map(({ problem }) => problem.code);
  expect(codes(warnings)).toContain('held-picture');
  // What is said of it is said again when nothing is read anew.
  expect(codes((await room.report({}, over)).warnings)).toContain('held-picture');
  const after = await room.read('dist/story/city-win-the-derby.json');
  await room.report({ out: 'anew' }, over);
  expect(await room.read('anew/story/city-win-the-derby.json')).toBe(after);
  await room.report({}, open);
  expect(await room.read('dist/story/city-win-the-derby.json')).toBe(before);
});

it('a picture whose words are all that is left goes with them when no pictures are made', async () => {
  const withoutPictures = { reach: { allowHosts: [], isOffline: true, hasPictures: false } };
  await room.put('stories/match.xml', match('<expires>2025-12-18T00:00:00Z</expires>'));
  await room.report(withoutPictures, open);
  expect(await room.read('dist/story/city-win-the-derby.json')).toContain('The goal.');
  await room.report(withoutPictures, over);
  expect(await room.read('dist/story/city-win-the-derby.json')).not.toContain('The goal.');
});

it('a picture waits for its own embargo where its story is dated ahead', async () => {
  await room.put('stories/match.xml', match('<embargoed>2025-12-16T20:00:00Z</embargoed>'));
  await room.report({}, at('2025-12-16T19:00:00Z'));
  expect(await room.published('city-win-the-derby')).not.toHaveProperty('picture');
  await room.report({}, open);
  expect(await room.published('city-win-the-derby')).toHaveProperty('picture');
});

it('a picture that is held back longer than its story comes once its time has come', async () => {
  await room.put('stories/match.xml', match('<embargoed>2025-12-18T00:00:00Z</embargoed>'));
  const { warnings } = await room.report({}, open);
  expect(await room.published('city-win-the-derby')).not.toHaveProperty('picture');
  expect(await room.read('dist/story/city-win-the-derby.json')).not.toContain('goal');
  expect(warnings.map(({ problem }) => problem.code)).toContain('held-picture');
  await room.report({}, over);
  expect(await room.published('city-win-the-derby')).toMatchObject({
    picture: { caption: 'The goal.' },
  });
});

it.each([true, false])(
  'a picture goes on its last day though its story cannot be read (pictures: %s)',
  async (hasPictures) => {
    const reach = { allowHosts: [], isOffline: true, hasPictures };
    await room.put('stories/match.xml', match('<expires>2025-12-18T00:00:00Z</expires>'));
    await room.report({ reach }, open);
    await room.put('stories/match.xml', '<newsMessage');
    await room.report({ reach }, at('2025-12-17T07:00:00Z'));
    const before = await room.read('dist/story/city-win-the-derby.json');
    expect(before).toContain('The goal.');
    const { warnings } = await room.report({ reach }, over);
    const after = await room.read('dist/story/city-win-the-derby.json');
    expect(after).toContain('It rained.');
    expect(after).not.toContain('goal');
    expect(after).not.toContain('media/');
    expect(await room.read('dist/index.json')).not.toContain('goal');
    expect(warnings.map(({ problem }) => problem.code)).toContain('held-picture');
    await room.report({ reach }, at('2025-12-18T01:00:00Z'));
    expect(await room.read('dist/story/city-win-the-derby.json')).toBe(after);
  },
);

/** A story with three pictures beside its text, one of which leads. */
const derby = (first: object): string => {
  const picture = (name: string, fields = {}): object => ({
    ...{ type: 'picture', description_text: `The ${name}.`, ...fields },
    renditions: { web: { href: `https://img.example.org/${name}.png`, width: 500 } },
  });
  return JSON.stringify({
    ...{ uri: 'urn:agency:derby', type: 'text', headline: 'City win the derby' },
    ...{ versioncreated: '2025-12-16T21:00:00Z', body_text: 'It rained.' },
    associations: {
      featuremedia: picture('goal', first),
      second: picture('crowd'),
      third: picture('rain'),
    },
  });
};

it.each([
  { first: { embargoed: '2025-12-18T00:00:00Z' }, now: open, later: over },
  { first: { expires: '2025-12-18T00:00:00Z' }, now: over, later: open },
])('another picture leads a story whose first may not be shown: $first', async (one) => {
  await room.put('stories/derby.json', derby(one.first));
  const reach = { allowHosts: [], isOffline: true, hasPictures: false };
  const path = 'story/city-win-the-derby.json';
  /** Captions in the order of the page: no picture is made, so that they stand for themselves. */
  const captions = async (out: string): Promise<string[]> =>
    [...(await room.read(`${out}/${path}`)).matchAll(/The (goal|crowd|rain)\./g)].map(
      ([, name = '']) => name,
    );
  await room.report({ reach }, one.now);
  // The lead's words stand above the text, those of the others below it.
  expect(await room.read(`dist/${path}`)).toMatch(/The crowd\..*It rained\..*The rain\./);
  expect(await captions('dist')).toEqual(['crowd', 'rain']);
  await room.report({ reach }, one.later);
  expect(await captions('dist')).toEqual(['goal', 'crowd', 'rain']);
  const after = await room.read(`dist/${path}`);
  expect(after).toMatch(/The goal\..*It rained\..*The crowd\..*The rain\./);
  await room.report({ reach, out: 'anew' }, one.later);
  expect(await room.read(`anew/${path}`)).toBe(after);
});
