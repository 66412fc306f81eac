import { storyAddress } from '../../model/address.ts';
import { parseLink } from '../../model/link.ts';
import { isSlug, slugFrom } from '../../model/slug.ts';
import { fileStem } from './fileStem.ts';

/**
 * Where a link in a body leads: an outside address, or `/story/<slug>` for a story of this edition, named by that
 * address or by its source file beside this one (`moon.md`). Undefined when it may not be kept.
 */
export function parseBodyLink(href: string): string | undefined {
  const path = href.trim().replace(/[?#].*$/s, '');
  const slug = /^\/story\/([^/]+?)(?:\.html)?\/?$/.exec(path)?.[1];
  if (slug !== undefined) return isSlug(slug) ? storyAddress(slug) : undefined;
  const isFile = /^(?![a-z][a-z0-9+.-]*:|[/\\]).+\.(?:md|markdown|json|txt)$/is.test(path);
  if (!isFile) return parseLink(href);
  const fileSlug = slugFrom(fileStem(decodePath(path)));
  return fileSlug === '' ? undefined : storyAddress(fileSlug);
}

/** A path as on disk: Markdown and HTML write `my%20moon.png`. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
