/** What is kept beside the reader's own things in the browser's small storages: for a device, or for a tab. */
type Kept =
  | 'appearance'
  | 'face'
  | 'looking'
  | 'install'
  | 'places'
  | 'position'
  | 'off-said'
  | 'moved';

/** Names that all editions of an origin had in common once; the appearance comes back from its record. */
const moved = ['looking', 'install'] as const satisfies Kept[];

let base = '/';

/**
 * Says under which base this page's edition stands: several may live on one origin, each with names of its own. To be
 * called before anything is read. What was kept under the common names is taken over, once.
 */
export function keepUnder(itsBase: string): void {
  base = itsBase;
  try {
    if (base === '/' || localStorage.getItem(storageKey('moved')) !== null) return;
    for (const name of moved) {
      const before = localStorage.getItem(storageKey(name, '/'));
      if (before !== null) localStorage.setItem(storageKey(name), before);
    }
    localStorage.setItem(storageKey('moved'), '1');
  } catch {
    // Storage is refused: there is nothing to take over.
  }
}

/** The name under which this edition keeps something. */
export function storageKey(name: Kept, under = base): string {
  return `lede-${name}${under === '/' ? '' : under}`;
}
