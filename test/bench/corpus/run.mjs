/**
 * Turns the edition of a measuring stand into article JSON that `lede publish` takes:
 * `npm run bench:corpus -- <edition.json> <folder>`.
 * The edition is `{ front, stories }`, its pictures lie beside it; the folder gets lede.json, an article for each
 * story and the pictures they show.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toArticle, toConfig, toSlug } from './articles.mjs';

const [editionFile, folder] = process.argv.slice(2);
if (editionFile === undefined || folder === undefined) {
  console.error('usage: npm run bench:corpus -- <edition.json> <folder>');
  process.exit(64);
}

const { front, stories } = JSON.parse(await readFile(editionFile, 'utf8'));
if (!Array.isArray(stories) || stories.length === 0) {
  console.error(`${editionFile}: expected { "front": …, "stories": […] } with at least one story`);
  process.exit(65);
}
await mkdir(join(folder, 'pictures'), { recursive: true });
await writeFile(join(folder, 'lede.json'), JSON.stringify(toConfig(front, stories)));
for (const story of stories) {
  await writeFile(join(folder, `${toSlug(story.slug)}.json`), JSON.stringify(toArticle(story)));
}
const pictures = new Set(stories.flatMap(({ image }) => (image ? [image.src] : [])));
for (const src of pictures) {
  await copyFile(join(dirname(editionFile), src), join(folder, 'pictures', basename(src)));
}
console.log(`${stories.length} articles and ${pictures.size} pictures in ${folder}`);
