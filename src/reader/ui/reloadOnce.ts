const key = 'lede-reloaded';

/**
 * Loads the page again because a part of this version of the app is no longer to be had: at most once per version and
 * tab, never when that cannot be remembered, and never when the page itself cannot be had, for then what is being read
 * would be gone. Whether it can is asked of its address, not of the browser's word on the line.
 * @param version what tells this build from the next, such as the address of a hashed script
 * @returns false when the page stays
 */
export async function reloadOnce(version: string, view: Window = window): Promise<boolean> {
  const wasLoaded = (): boolean => view.sessionStorage.getItem(key) === version;
  try {
    if (wasLoaded()) return false;
    const { ok, redirected } = await view.fetch(view.location.href, { cache: 'no-store' });
    if (!ok || redirected || wasLoaded()) return false;
    view.sessionStorage.setItem(key, version);
  } catch {
    return false;
  }
  view.location.reload();
  return true;
}
