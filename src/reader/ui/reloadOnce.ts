const key = 'lede-reloaded';

/**
 * Loads the page again because a part of this version of the app is no longer to be had: at most once per version and
 * tab, and never when that cannot be remembered.
 * @param version what tells this build from the next, such as the address of a hashed script
 * @returns false when the page stays
 */
export function reloadOnce(version: string, view: Window = window): boolean {
  try {
    if (!view.navigator.onLine || view.sessionStorage.getItem(key) === version) return false;
    view.sessionStorage.setItem(key, version);
  } catch {
    return false;
  }
  view.location.reload();
  return true;
}
