import { addressOf, storyAddress } from '../../model/address.ts';
import { isSlug } from '../../model/slug.ts';
import { hostOf } from '../wire/ownHost.ts';

/** Whether a story is named by where it stands; no slug has a slash. */
export function isAddress(name: string): boolean {
  return name.includes('/');
}

/** Whether it says on which host, too. */
export function hasHost(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address);
}

/**
 * The slug of the story that an editor names by its slug, its path or its address in a browser.
 * @param url that of the edition, without trailing slash; absent: only paths are known to be of this edition
 * @returns undefined for an address that is of no story of this edition
 */
export function slugNamed(name: string, url: string | undefined): string | undefined {
  if (!isAddress(name)) return name;
  const isPath = !hasHost(name);
  if (url === undefined && !isPath) return undefined;
  const home = new URL(url ?? 'https://localhost');
  if (!URL.canParse(name, home.href)) return undefined;
  const named = new URL(name, home);
  if (hostOf(named.href) !== hostOf(home.href)) return undefined;
  const base = `${home.pathname.replace(/\/+$/, '')}/`;
  // A path may be one below the base, as addresses are written here, or one on the host.
  const address = addressOf(base, named.pathname) ?? (isPath ? named.pathname : '');
  const slug = address.startsWith(storyAddress('')) ? address.slice(storyAddress('').length) : '';
  return isSlug(slug) ? slug : undefined;
}
