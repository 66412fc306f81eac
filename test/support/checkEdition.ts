import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Looks at a published folder as a stranger would: it knows the rules of an edition and nothing of the program that made
 * it. Gives a sentence for everything that is wrong.
 *
 * A run that was stopped may leave pages that nothing links to yet; with `isDone` there must be none of these, a page and
 * its data must be of one version, and every file must be reached.
 */
export async function checkEdition(folder: string, isDone: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const files = await readFiles(folder);
  const front = files.get('index.html');
  // Before the first front there is no edition, only a folder being filled.
  if (front === undefined) return isDone ? ['there is no front'] : [];

  const reached = new Set<string>();
  const queue = ['index.html', 'latest.json', '404.html', 'robots.txt', 'site.webmanifest'];
  // The service worker's own ways in.
  queue.push('shell.html', 'take.json');
  queue.push(...[...files].flatMap(([path, text]) => (isEntrance(path, text) ? [path] : [])));
  const follow = (from: string, path: string): void => {
    if (!files.has(path)) wrong.push(`${from} leads to ${path}, which is not there`);
    else if (!reached.has(path)) queue.push(path);
  };
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = files.get(path);
    if (reached.has(path) || text === undefined) continue;
    reached.add(path);
    for (const to of leadsOf(path, text)) follow(path, to);
    if (path.endsWith('.html') && !hasNoDocument.has(path)) {
      const data = path.replace(/\.html$/, '.json');
      follow(path, data);
      wrong.push(...checkPage(path, text, files.get(data), isDone));
    }
    if (path === 'latest.json') wrong.push(...checkPointer(text, files, isDone));
  }
  for (const path of files.keys()) {
    if (path.includes('.lede-aside') && isDone) wrong.push(`${path} is litter`);
    else if (isDone && !reached.has(withoutCopy(path)) && !isKept(path))
      wrong.push(`nothing leads to ${path}`);
  }
  return wrong;
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path, 'utf8'));
  }
  return files;
}

/** A compressed copy stands and falls with what it is a copy of. */
function withoutCopy(path: string): string {
  return path.replace(/\.(?:br|gz)$/, '');
}

/**
 * What people and programs come in by from outside: sitemaps, feeds of sections, addresses of stories taken back; and
 * numbered pages, the last of which nothing leads to while the newest page still shows all of it.
 */
function isEntrance(path: string, text: string): boolean {
  return (
    /^(news-)?sitemap\.xml$|^section\/[^/]+\/feed\.xml$/.test(path) ||
    /^(section|tag|author)\/[^/]+\/\d+\.html$|^archive\/\d+\/\d+\/\d+\.html$/.test(path) ||
    (/^story\/.*\.html$/.test(path) && text.includes('"kind":"withdrawn","'))
  );
}

/** The page for unknown addresses, and the one that stands in for a page whose data is on the device. */
const hasNoDocument: ReadonlySet<string> = new Set(['404.html', 'shell.html']);

/** Scripts, pictures, icons and bundles are named in ways of their own, and stay one edition longer. */
function isKept(path: string): boolean {
  return (
    /^(assets|media|take)\//.test(path) ||
    /^[\w.-]+\.(svg|png|js|schema\.json)(\.br|\.gz)?$/.test(path)
  );
}

/** Files that a file leads to. */
function leadsOf(path: string, text: string): string[] {
  if (path.endsWith('.html')) {
    const links = [...text.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)].map(([, to]) => to ?? '');
    const media = [...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)]
      .flatMap(([, list = '']) => list.split(',').map((one) => one.trim().split(' ')[0] ?? ''))
      .filter((one) => /^\/(?:media|assets)\//.test(one));
    const feeds = [...text.matchAll(/<link rel="alternate"[^>]*href="(\/[^"]+)"/g)];
    return [...links.map(fileOf), ...media.map(fileOf), ...feeds.map(([, to]) => fileOf(to ?? ''))];
  }
  if (path.endsWith('.json')) {
    return [...text.matchAll(/"src":"((?:media|take)\/[^"]+)"/g)].map(([, to]) => to ?? '');
  }
  if (/sitemap/.test(path) || /feed\.(xml|atom)$/.test(path)) {
    const places = [...text.matchAll(/<(?:loc|link|id)>https:\/\/example\.org(\/[^<]*)</g)];
    return places.map(([, to]) => fileOf(to ?? ''));
  }
  return [];
}

function fileOf(address: string): string {
  if (address === '/') return 'index.html';
  return /\.[a-z]+$/.test(address) ? address.slice(1) : `${address.slice(1)}.html`;
}

interface Versioned {
  version?: string;
  slug?: string;
  kind?: string;
  headline?: string;
}

/** A document proves itself: its version is the hash of the rest of it. */
function findForgery(path: string, document: Versioned): string[] {
  const text = JSON.stringify({ ...document, version: undefined });
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  if (document.version !== hash) return [`${path} is not what its version says`];
  const slug = /^story\/(.+)\.(?:json|html)$/.exec(path)?.[1];
  return slug !== undefined && document.slug !== slug ? [`${path} holds ${document.slug}`] : [];
}

function checkPage(
  path: string,
  html: string,
  data: string | undefined,
  isDone: boolean,
): string[] {
  const state = /<script type="application\/json" id="lede-state">(.*?)<\/script>/s.exec(html)?.[1];
  if (state === undefined) return [`${path} has no state`];
  const { document } = JSON.parse(state) as { document: Versioned };
  const wrong = findForgery(path, document);
  if (data !== undefined) {
    const published = JSON.parse(data) as Versioned;
    wrong.push(...findForgery(path.replace(/html$/, 'json'), published));
    if (isDone && published.version !== document.version) {
      wrong.push(`${path} and its data are of two versions`);
    }
  }
  if (document.headline !== undefined) {
    const shown = document.headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
    if (!heading.includes(shown.slice(0, 40))) wrong.push(`${path} shows another headline`);
  }
  return wrong;
}

function checkPointer(text: string, files: ReadonlyMap<string, string>, isDone: boolean): string[] {
  const { fronts } = JSON.parse(text) as { fronts: Record<string, string> };
  const front = JSON.parse(files.get('index.json') ?? '{}') as Versioned;
  if (!isDone || fronts['/'] === front.version) return [];
  return ['the pointer names another front than the one that is there'];
}
