import type { Page } from '@playwright/test';

/** The first record of a store of the reader's own, and the field that tells its time. */
interface Wanted {
  store: 'saved' | 'visits';
  field: 'savedAt' | 'at';
  /** A record like it is put beside it for each of these times, as “Story number 0” and on. */
  times: readonly number[];
  /** The time that it gets itself; absent: its own. */
  own?: number;
}

/** Makes a long list of the reader's own out of the one story in it. */
export function multiply(page: Page, wanted: Wanted): Promise<void> {
  return page.evaluate(async ({ store: name, field, times, own }) => {
    const [found] = await indexedDB.databases();
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const change = opening.result.transaction([name], 'readwrite');
    const store = change.objectStore(name);
    const all = store.getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    const [first] = all.result as object[];
    for (const [nth, time] of times.entries()) {
      const made = { slug: `story-${nth}`, headline: `Story number ${nth}` };
      store.put({ ...first, ...made, [field]: time });
    }
    if (own !== undefined) store.put({ ...first, [field]: own });
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    opening.result.close();
  }, wanted);
}
