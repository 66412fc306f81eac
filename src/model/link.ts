import * as v from 'valibot';

/** Longest address kept; browsers and servers stop agreeing soon after. Characters. */
const longest = 4096;

/**
 * An address that may be put into a page, normalised, or undefined: http, https and mailto only,
 * absolute, without credentials. Everything else (javascript:, data:, //host) is dropped.
 */
export function parseLink(text: string, base?: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest) return undefined;
  let url: URL;
  try {
    url = new URL(trimmed, base);
  } catch {
    return undefined;
  }
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}

/** A link inside the edition starts with one slash; anything else must be an outside address that parseLink accepts. */
export const linkSchema = v.pipe(
  v.string(),
  v.check(
    (href) => /^\/(?![/\\])/.test(href) || parseLink(href) !== undefined,
    'expected an http, https or mailto address',
  ),
);
