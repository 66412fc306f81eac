import { storageKey } from '../../ui/storageKey.ts';

/** Slug of the story beside which it was said. */
let saidAt: string | undefined;

/**
 * Whether it is said beside this story that saving is off: beside the first one of a sitting, and not again on every
 * page. A sitting is a tab, where the browser lets even that be kept, else one load of the app.
 */
export function saysOffAt(slug: string): boolean {
  if (saidAt === undefined) {
    try {
      saidAt = sessionStorage.getItem(storageKey('off-said')) ?? slug;
      sessionStorage.setItem(storageKey('off-said'), saidAt);
    } catch {
      saidAt = slug;
    }
  }
  return saidAt === slug;
}
