import { addressOf, storyAddress } from '../../model/address.ts';
import { isSlug } from '../../model/slug.ts';
import { hostOf } from '../wire/ownHost.ts';

/**
 * The slug of the story that an editor names by its slug, its path or its address in a browser.
 * @param url that of the edition, without trailing slash; absent: only paths are known to be of this edition
 * @returns undefined for an address that is of no story of this edition
 */
export function slugNamed(name: string, url: string | undefined): string | undefined {
  if (!name.includes('/')) return name;
  const isPath = !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(name);
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
