import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The same edition three times: published by Lede, written as plain pages by hand, and as one script that draws
 * everything in the browser. Returns their folders and the address of the story to open.
 */
export async function makeTargets(folder, sources) {
  const lede = join(folder, 'lede');
  const command = [join(root, 'build/publisher/lede.js'), 'publish', sources, '--out', lede];
  execFileSync(process.execPath, [...command, '--now', '2025-12-17T06:00:00Z'], {
    stdio: 'ignore',
  });
  const front = JSON.parse(await readFile(join(lede, 'index.json'), 'utf8'));
  const names = (await readdir(join(lede, 'story'))).filter((name) => name.endsWith('.json'));
  const stories = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(lede, 'story', name), 'utf8'))),
  );
  for (const name of ['page', 'client']) {
    await mkdir(join(folder, name, 'story'), { recursive: true });
    await cp(join(lede, 'media'), join(folder, name, 'media'), { recursive: true });
  }
  const write = (path, text) => writeFile(join(folder, path), text);
  await write('page/index.html', page('Front', main(front)));
  await write(
    'client/index.html',
    page('Front', '<main></main>', '<script src="/app.js"></script>'),
  );
  await write('client/index.json', JSON.stringify(front));
  await write('client/app.js', `const main=${String(main)};(${String(client)})()`);
  for (const story of stories) {
    await write(`page/story/${story.slug}.html`, page(story.headline, main(story)));
    await write(`client/story/${story.slug}.json`, JSON.stringify(story));
    const shell = page(story.headline, '<main></main>', '<script src="/app.js"></script>');
    await write(`client/story/${story.slug}.html`, shell);
  }
  const opened = stories.find(({ slug }) => slug === front.lead.trail.slug);
  return {
    targets: ['page', 'lede', 'client'].map((name) => ({ name, folder: join(folder, name) })),
    story: `/story/${opened.slug}`,
  };
}

const style =
  'body{font:1.1875rem/1.6 Georgia,serif;max-width:37rem;margin:auto;padding:0 1rem}h1{line-height:1.1}img{width:100%;height:auto}';

function page(title, content, tail = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}</style></head><body>${content}${tail}</body></html>`;
}

/** What a front or a story shows; also run in the browser, so it needs nothing from outside. */
function main({ lead, second, strips, latest, ...story }) {
  const clean = (text = '') => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const textOf = (piece) => {
    if (typeof piece === 'string') return piece;
    return (piece.children ?? piece.blocks ?? piece.items?.flat() ?? []).map(textOf).join('');
  };
  const paragraph = (text, name = '') => `<p class="${name}">${clean(text)}</p>`;
  const link = ({ slug, headline }) => `<a href="/story/${slug}">${clean(headline)}</a>`;
  const list = (trails) =>
    `<ol class="related">${trails.map((one) => `<li>${link(one)}</li>`).join('')}</ol>`;
  const sizes = (files) => files.map(({ src, width }) => `/${src} ${width}w`).join(', ');
  const image = (picture, when) =>
    picture === undefined
      ? ''
      : `<picture><source type="image/avif" sizes="100vw" srcset="${sizes(picture.avif)}"><img src="/${picture.jpeg.at(-1).src}" sizes="100vw" srcset="${sizes(picture.jpeg)}" width="${picture.width}" height="${picture.height}" alt="${clean(picture.alt ?? '')}" ${when}></picture>`;
  const first = 'fetchpriority="high"';
  if (lead !== undefined) {
    const trails = [...second, ...strips.flatMap((strip) => strip.trails), ...latest].map(
      (trail) =>
        `<article><h2>${link(trail)}</h2>${paragraph(trail.summary)}${image(trail.picture, 'loading="lazy"')}</article>`,
    );
    return `<main><section class="lead"><h1>${link(lead.trail)}</h1>${paragraph(lead.standfirst, 'standfirst')}${image(lead.trail.picture, first)}</section>${list(lead.related)}${trails.join('')}</main>`;
  }
  const body = (story.body ?? []).map((block) => paragraph(textOf(block))).join('');
  return `<main><article><h1>${clean(story.headline)}</h1>${paragraph(story.standfirst, 'standfirst')}${image(story.picture, first)}<div class="body">${body}</div></article>${list(story.related)}</main>`;
}

/** The client-rendered reader, run in the browser: fetches the page's data, draws it, follows links. */
function client() {
  const show = async () => {
    const { pathname } = window.location;
    const answer = await fetch(`${pathname === '/' ? '/index' : pathname}.json`);
    const parsed = new DOMParser().parseFromString(main(await answer.json()), 'text/html');
    document.querySelector('main').replaceWith(parsed.querySelector('main'));
    window.scrollTo(0, 0);
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="/"]');
    if (!link) return;
    event.preventDefault();
    window.history.pushState(null, '', link.href);
    void show();
  });
  window.addEventListener('popstate', () => void show());
  void show();
}

function escape(text) {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
