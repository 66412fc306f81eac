/**
 * How good and how fast the related lists are: `node test/bench/related/run.mjs [most stories]`.
 * First the labelled set beside plain TF-IDF, all of it and by language, then what made-up archives of growing size cost,
 * and one story that changes in them.
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

const stories = events.flatMap(({ event, day, language = 'en', versions }, index) =>
  versions.map(([headline, sentence], at) => ({
    ...{ event, language, pair: index >> 1, slug: `${event}-${at}`, headline, sentence },
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
  const told = stories.map((story) => {
    const { slug, language } = story;
    return { ...read(story), slug, language };
  });
  const signatures = told.map((one) => signatureOf({ people: [], places: [], tags: [], ...one }));
  const lists = relateArchive(signatures);
  const placeOf = new Map(stories.map(({ slug }, place) => [slug, place]));
  const plain = tfidf(told.map(({ headline, body }) => [headline, ...body].join(' ')));
  const related = (place) => {
    const list = lists.get(stories[place].slug);
    const said = told[place].at === undefined ? list : list.filter(isSameStory);
    return said.map(({ slug }) => placeOf.get(slug));
  };
  show(`${name}, plain TF-IDF`, plain);
  show(`${name}, related`, related);
  if (name !== 'both together') continue;
  for (const language of new Set(stories.map((story) => story.language))) {
    const isOf = (place) => stories[place].language === language;
    show(`  ${language}, plain TF-IDF`, plain, isOf);
    show(`  ${language}, related`, related, isOf);
  }
}

function isSameStory({ reason }) {
  return reason === 'same-story';
}

function show(name, listOf, isAsked) {
  console.log(name.padEnd(36), ...Object.values(measure(stories, listOf, isAsked)).map(percent));
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** What `work` gives back, and how many seconds of one processor it took. */
function timed(work) {
  const start = cpuSeconds();
  const result = work();
  return [result, cpuSeconds() - start];
}

console.log('\nstories of 600 words, seconds of one processor; then one old story rewritten');
const columns = ['stories', 'read', 'taken in', 'a second', 'RSS MiB', 'open', 'apply', 'save'];
console.log([...columns, 'lists', 'MiB'].map((name) => name.padStart(9)).join(''));
for (const count of [1000, 10_000, 50_000, 100_000].filter((one) => one <= most)) {
  let told = makeStories(count, 600);
  const [signatures, reading] = timed(() => told.map((one) => signatureOf(one)));
  told = [];
  const archive = openRelatedArchive();
  const [, taking] = timed(() => archive.apply({ changed: signatures, gone: [] }));
  const rss = process.memoryUsage().rss / 2 ** 20;
  const folder = archive.save().changed;
  const middle = signatures[count >> 1];
  const rewritten = { ...signatures[count >> 2], slug: middle.slug, at: middle.at };
  const [again, opening] = timed(() => openRelatedArchive(folder));
  const [lists, applying] = timed(() => again.apply({ changed: [rewritten], gone: [] }));
  const [saved, saving] = timed(() => again.save().changed);
  const bytes = [...saved.values()].reduce((sum, { length }) => sum + length, 0);
  const figures = [
    ...[count, reading.toFixed(2), taking.toFixed(2), Math.round(count / (reading + taking))],
    ...[Math.round(rss), opening.toFixed(2), applying.toFixed(2), saving.toFixed(2)],
    ...[lists.size, (bytes / 2 ** 20).toFixed(1)],
  ];
  console.log(figures.map((figure) => String(figure).padStart(9)).join(''));
}
