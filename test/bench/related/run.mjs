/**
 * How good and how fast the related lists are: `node test/bench/related/run.mjs [most stories]`.
 * First the labelled set beside plain TF-IDF, then made-up archives of growing size, then what one story changes.
 */
import { runnerImport } from 'vite';
import { makeStories } from './made.mjs';
import { measure, percent } from './measure.mjs';
import { events } from './stories.mjs';
import { tfidf } from './tfidf.mjs';

const load = async (file) => (await runnerImport(`./src/publisher/desk/related/${file}`)).module;
const { openRelatedArchive } = await load('relatedArchive.ts');
const { signatureOf } = await load('signature.ts');
const relateArchive = (signatures) => {
  const archive = openRelatedArchive();
  archive.apply({ changed: signatures, gone: [] });
  return new Map(signatures.map(({ slug }) => [slug, archive.relationsOf(slug)]));
};
const most = Number(process.argv[2] ?? 50_000);

const stories = events.flatMap(({ event, day, versions }, index) =>
  versions.map(([headline, sentence], at) => ({
    ...{ event, pair: index >> 1, slug: `${event}-${at}`, headline, sentence },
    at: Date.parse(day) / 86_400_000,
  })),
);
const readings = {
  'headline alone': ({ headline }) => ({ headline, body: [] }),
  'first sentence': ({ sentence }) => ({ headline: sentence, body: [] }),
  'both together': ({ headline, sentence }) => ({ headline, body: [sentence] }),
  'both, as same story': ({ headline, sentence, at }) => ({ headline, body: [sentence], at }),
};
console.log(`${stories.length} stories of ${events.length} events, the first three listed`);
console.log(' '.repeat(36), 'precision   mixed up  unrelated      found   coverage');
for (const [name, read] of Object.entries(readings)) {
  const told = stories.map((story) => ({ ...read(story), slug: story.slug }));
  const signatures = told.map((one) => signatureOf({ people: [], places: [], tags: [], ...one }));
  const lists = relateArchive(signatures);
  const placeOf = new Map(stories.map(({ slug }, place) => [slug, place]));
  show(
    `${name}, plain TF-IDF`,
    tfidf(told.map(({ headline, body }) => [headline, ...body].join(' '))),
  );
  show(`${name}, related`, (place) => {
    const list = lists.get(stories[place].slug);
    const said = told[place].at === undefined ? list : list.filter(isSameStory);
    return said.map(({ slug }) => placeOf.get(slug));
  });
}

function isSameStory({ reason }) {
  return reason === 'same-story';
}

function show(name, listOf) {
  console.log(name.padEnd(36), ...Object.values(measure(stories, listOf)).map(percent));
}

console.log('\nmade-up stories     seconds   stories a second   heap MiB');
for (const count of [1000, 10_000, 50_000, 100_000].filter((one) => one <= most)) {
  const told = makeStories(count);
  const start = performance.now();
  relateArchive(told.map((one) => signatureOf(one)));
  const seconds = (performance.now() - start) / 1000;
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const figures = [count, seconds.toFixed(2), Math.round(count / seconds), Math.round(heap)];
  console.log(...figures.map((figure) => String(figure).padStart(15)));
}

const signatures = makeStories(10_000).map((one) => signatureOf(one));
const before = relateArchive(signatures.slice(0, -1));
const published = (list) => JSON.stringify(list.map(({ slug, reason }) => [slug, reason]));
const changed = (after, own) =>
  [...after].filter(([slug, list]) => {
    return slug !== own && published(list) !== published(before.get(slug));
  }).length;
const newest = signatures.at(-1);
const entered = [...relateArchive(signatures)].filter(([, list]) =>
  list.some(({ slug }) => slug === newest.slug),
).length;
console.log(
  `\none new story among 10,000: in ${entered} lists, ${changed(relateArchive(signatures), newest.slug)} lists changed`,
);
const middle = signatures[5000];
const other = { ...signatures[2500], slug: middle.slug, at: middle.at };
const archives = {
  'rewritten from end to end': signatures.map((one) => (one === middle ? other : one)),
  'taken back': signatures.filter((one) => one !== middle),
};
for (const [name, archive] of Object.entries(archives)) {
  const after = relateArchive(archive.filter((one) => one !== newest));
  console.log(`one old story ${name}: ${changed(after, middle.slug)} lists changed`);
}
