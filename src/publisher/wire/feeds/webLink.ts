import { parseLink } from '../../../model/link.ts';

/** Parameters that tell a host where a reader came from. */
const tracking = /^(?:utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)$/i;

/** A link of a source, absolute and without what follows readers about; undefined when it may not be kept. */
export function parseWebLink(href: string, base?: string): string | undefined {
  const link = parseLink(href, base);
  if (link === undefined || !link.includes('?')) return link;
  const url = new URL(link);
  const names = [...new Set(url.searchParams.keys())].filter((name) => tracking.test(name));
  if (names.length === 0) return link;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/** An http or https address, absolute; undefined for everything else. */
export function parseWebAddress(href: string, base?: string): string | undefined {
  const link = parseWebLink(href, base);
  return link?.startsWith('http') === true ? link : undefined;
}
