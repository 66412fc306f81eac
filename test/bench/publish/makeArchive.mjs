/**
 * An archive of made-up stories of about 600 words, the same for the same count: words as rare and as common as those of
 * a language, ten years of dates, six sections, and tags, people, places and authors that come back.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const syllables = 'ka lo mi ter van dor esh pri un gal so ne ri bet cor ald ing mar est ol'.split(
  ' ',
);
const sections = ['World', 'Science', 'Culture', 'Sport', 'Business', 'Local'];

/** @returns the path of the story in the middle, to be changed */
export async function makeArchive(folder, count) {
  const random = randomNumbers(7);
  const below = (limit, power = 1) => Math.floor(limit * random() ** power);
  const many = (length, make) => Array.from({ length }, make);
  const words = many(12_000, () => many(1 + below(4), () => syllables[below(20)]).join(''));
  const word = () => words[below(words.length, 3)];
  const title = (text) => text[0].toUpperCase() + text.slice(1);
  const name = () => `${title(word())} ${title(word())}`;
  const pools = { tags: many(300, name), people: many(1500, name), places: many(200, name) };
  const authors = many(60, name);
  const pick = (from) => from[below(from.length, 2)];
  const sentence = (length) => `${title(many(length, word).join(' '))}.`;
  const paragraph = () => many(4, () => sentence(8 + below(14))).join(' ');
  const start = Date.UTC(2015, 0, 1);
  let middle;
  for (let index = 0; index < count; index += 1) {
    const at = new Date(start + (index * 315_360_000_000) / count).toISOString();
    const month = join(folder, at.slice(0, 7));
    if (index % 50 === 0 || month !== middle?.month) await mkdir(month, { recursive: true });
    const path = join(month, `story-${index}.json`);
    const story = {
      headline: title(many(7, word).join(' ')),
      standfirst: sentence(20),
      byline: `By ${pick(authors)}`,
      published: at,
      section: sections[below(sections.length)],
      tags: [pick(pools.tags), pick(pools.tags)],
      people: [pick(pools.people)],
      places: [pick(pools.places)],
      body: many(10, paragraph).join('\n\n'),
    };
    await writeFile(path, JSON.stringify(story));
    if (index <= count / 2) middle = { month, path };
  }
  const config = { name: 'The Bench', url: 'https://example.org', sections };
  await writeFile(join(folder, 'lede.json'), JSON.stringify(config));
  return middle.path;
}

/** mulberry32 */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
