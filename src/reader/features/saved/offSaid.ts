const key = 'lede-off-said';
/** Slug of the story beside which it was said. */
let saidAt: string | undefined;

/**
 * Whether it is said beside this story that saving is off: beside the first one of a sitting, and not again on every
 * page. A sitting is a tab, where the browser lets even that be kept, else one load of the app.
 */
export function saysOffAt(slug: string): boolean {
  if (saidAt === undefined) {
    try {
      saidAt = sessionStorage.getItem(key) ?? slug;
      sessionStorage.setItem(key, saidAt);
    } catch {
      saidAt = slug;
    }
  }
  return saidAt === slug;
}
