/** What our caches on a reader's device are for. */
const uses = {
  /** Data of pages, JSON. */
  data: 'data',
  /** Pages as HTML. */
  pages: 'pages',
  pictures: 'pictures',
  /** Pictures that were taken along: they stay until the reader lets them go. */
  takenPictures: 'taken-pictures',
  /** What the worker remembers for itself. */
  notes: 'notes',
  /** Followed by its version: the reader's own files. */
  shell: 'shell-',
  /** Followed by a part and the name of a cache: what the reader removed and may put back. */
  aside: 'aside-',
} as const;
type Use = keyof typeof uses;

/** Start of the names of an origin's own edition, which all editions had in common once. */
const shared = 'lede-';

/**
 * The name of a cache, or for `shell` and `aside` the start of the names. Caches belong to an origin and several editions may live
 * on one, each under a base of its own: so the base is part of the name, except where it is `/`.
 */
export function cacheName(base: string, use: Use): string {
  return (base === '/' ? shared : `lede ${base} `) + uses[use];
}

/**
 * Moves what an edition keeps under names that all editions had in common to names of its own. Interrupted or out of
 * room, it goes on the next time: each file is in one of the two, or in both.
 *
 * @param home URL of the edition, `https://host/news/`
 */
export async function moveToOwnNames(caches: CacheStorage, home: string): Promise<void> {
  const base = new URL(home).pathname;
  if (base === '/') return;
  for (const name of await caches.keys()) {
    if (!name.startsWith(shared)) continue;
    const from = await caches.open(name);
    const ours = (await from.keys()).filter(({ url }) => url.startsWith(home));
    if (ours.length === 0) continue;
    const to = await caches.open(`lede ${base} ${name.slice(shared.length)}`);
    for (const key of ours) {
      const response = await from.match(key, { ignoreVary: true });
      // What came under the new name is newer.
      if (response !== undefined && (await to.match(key)) === undefined)
        await to.put(key, response);
      await from.delete(key, { ignoreVary: true });
    }
    if ((await from.keys()).length === 0) await caches.delete(name);
  }
}
