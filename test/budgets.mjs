/**
 * What a page may weigh, checked on what the build made: `node test/budgets.mjs`, part of `npm run build`.
 * Bytes are those of brotli at its best, which is what a good host sends; fonts are compressed already.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const reader = join(root, 'build/reader');
const read = (path) => readFile(join(reader, path));
const packed = (content) => brotliCompressSync(content).length;
const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);

const manifest = JSON.parse(await read('.vite/manifest.json'));
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
const late = Object.keys(manifest).find((name) => manifest[name].name === 'late');
const first = chunksFrom(entry);
const scripts = (names) => Promise.all([...names].map((name) => read(manifest[name].file)));
const assets = await readdir(join(reader, 'assets'));
const fonts = await Promise.all(
  assets.filter((name) => /roman-.*\.woff2$/.test(name)).map((name) => read(`assets/${name}`)),
);
const { front, story, stories, rest } = await renderSample();

/** Name, limit and size in bytes. */
const budgets = [
  ['first scripts', 83 * 1024, sum((await scripts(first)).map(packed))],
  // With what comes when the page stands; test/journeys/scripts.journey.ts sees that it is no more than that.
  [
    'all script of a story by itself',
    93.5 * 1024,
    sum((await scripts(chunksFrom(late, first))).map(packed)),
  ],
  ['style, front page', 5 * 1024, packed(styleOf(front))],
  ['style, story page', 5.75 * 1024, packed(styleOf(story))],
  ['style, what pages do without', 5 * 1024, packed(rest)],
  ['reading face, upright', 70_000, sum(fonts.map(({ length }) => length))],
  ['script in every page, unpacked', 1024, firstScriptOf(front).length],
  ['front page, whole', 24 * 1024, packed(front)],
  ['story page, whole', 20 * 1024, packed(story)],
  // Of one page alone it goes up and down by a tenth with the names of its scripts.
  ['a story a second time, as state', 700, median(stories.map(stateOf))],
];

console.log(`${'budget'.padEnd(32)}${'bytes'.padStart(9)}${'at most'.padStart(9)}`);
for (const [name, limit, size] of budgets) {
  const mark = size > limit ? `  over by ${size - limit}` : '';
  console.log(`${name.padEnd(32)}${String(size).padStart(9)}${String(limit).padStart(9)}${mark}`);
}
if (budgets.some(([, limit, size]) => size > limit)) {
  console.error(
    'A page has grown heavier than agreed: make it lighter, or say in test/budgets.mjs why not.',
  );
  process.exitCode = 1;
}

for (const name of first) {
  // A page's first script takes one without exports for one that came empty, and fetches all anew with each page.
  if (!/export\s*\{/.test(await read(manifest[name].file))) {
    console.error(`${manifest[name].file} exports nothing: see src/reader/app/firstScript.ts.`);
    process.exitCode = 1;
  }
}

/** The entry and all that it imports at once. */
function chunksFrom(name, found = new Set()) {
  found.add(name);
  for (const next of manifest[name].imports ?? []) {
    if (!found.has(next)) chunksFrom(next, found);
  }
  return found;
}

/** The front page, its lead story and all stories as they are published, and the style for what comes after them. */
async function renderSample() {
  const folder = await mkdtemp(join(tmpdir(), 'lede-budgets-'));
  try {
    const out = join(folder, 'sample');
    const lede = join(root, 'build/publisher/lede.js');
    const sample = join(root, 'src/sample');
    const command = [lede, 'publish', sample, '--out', out, '--now', '2025-12-17T06:00:00Z'];
    execFileSync(process.execPath, [...command, '--no-pictures'], { stdio: 'pipe' });
    const { lead } = JSON.parse(await readFile(join(out, 'index.json'), 'utf8'));
    const sheets = (await readdir(join(out, 'assets'))).find((name) => name.startsWith('sheets-'));
    const page = (path) => readFile(join(out, path), 'utf8');
    const names = (await readdir(join(out, 'story'))).filter((name) => name.endsWith('.html'));
    return {
      rest: await page(`assets/${sheets}`),
      front: await page('index.html'),
      story: await page(`story/${lead.trail.slug}.html`),
      stories: await Promise.all(names.map((name) => page(`story/${name}`))),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function styleOf(page) {
  return [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text).join('');
}

/** The one inline script, as bytes. */
function firstScriptOf(page) {
  return Buffer.from(/<script>(.*?)<\/script>/s.exec(page)[1]);
}

/** What the story that a page holds as state adds to it, which mostly repeats its text. */
function stateOf(page) {
  const text = page.replace(/<script type="application\/json"[^>]*>.*?<\/script>/s, '');
  return packed(page) - packed(text);
}

function median(sizes) {
  return sizes.toSorted((one, other) => one - other)[sizes.length >> 1];
}
