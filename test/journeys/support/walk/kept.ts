import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** One thing in a cache of the reader's browser. */
export interface Kept {
  cache: string;
  path: string;
  hash: string;
  bytes: number;
  type: string;
  isRedirected: boolean;
}

/** Everything in every cache, seen from a page that no worker answers. The host has to be well. */
export async function readKept(page: Page): Promise<Kept[]> {
  await page.goto('./robots.txt');
  return page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if (response === undefined) continue;
        const bytes = await response.arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        found.push({
          cache: name,
          path: new URL(request.url).pathname,
          hash: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
          bytes: bytes.byteLength,
          type: response.type,
          isRedirected: response.redirected,
        });
      }
    }
    return found;
  });
}

/** What may lie on a device: the hashes of what any of these folders has at each path. */
export function publishedHashes(folders: readonly string[]): ReadonlyMap<string, Set<string>> {
  const hashes = new Map<string, Set<string>>();
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (path.extname(file) === '') continue;
      const bytes = readFileSync(path.join(folder, file));
      const name = `/${file
        .split(path.sep)
        .join('/')
        .replace(/\.html$/, '')}`;
      const address = name === '/index' ? '/' : name;
      const known = hashes.get(address) ?? new Set();
      hashes.set(address, known);
      known.add(sha256(bytes));
      // A document that came inside a page or a file of many is kept as its own text.
      if (file.endsWith('.json')) known.add(sha256(JSON.stringify(JSON.parse(bytes.toString()))));
    }
  }
  return hashes;
}

/** Icons carry no seal, so a letter bent on the way cannot be told. */
const unproven = /^\/media\/.*\.png$/;

/**
 * What is in the caches and should not be, in words.
 * @param isBent letters were bent on the way, and nothing else was done
 */
export function wrongOnes(
  kept: readonly Kept[],
  published: ReadonlyMap<string, Set<string>>,
  isBent = false,
): string[] {
  return kept.flatMap(({ cache, path: at, hash, type, isRedirected }) => {
    const isNote = ['/take-note', '/readers-note', '/open-note'].includes(at);
    const isRight = isNote || published.get(at)?.has(hash) === true;
    if (isBent && unproven.test(at)) return [];
    if (isRight && !isRedirected && type !== 'opaque') return [];
    return [`${cache} holds ${at}, which nobody published${isRedirected ? ' (redirected)' : ''}`];
  });
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
