import { wordpressStanding, type WordpressStanding } from './wordpressStanding.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** The export of a WordPress site is RSS with everything in it: drafts, private and protected posts, menus, pictures. */
export function wordpressExport(
  item: XmlElement,
  published: string | undefined,
  at: string,
): WordpressStanding {
  // Other feeds have none of these.
  const said = (name: string, otherwise: string): string =>
    item.first(name) === undefined ? otherwise : (item.textOf(name) ?? '');
  const entry = {
    type: said('wp:post_type', 'post'),
    status: said('wp:status', 'publish'),
    published,
    isProtected: item.textOf('wp:post_password') !== undefined,
  };
  return wordpressStanding(entry, { type: 'wp:post_type', status: 'wp:status' }, at);
}
