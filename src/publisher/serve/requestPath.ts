export type RequestPath =
  | { kind: 'path'; segments: string[]; trailingSlash: boolean }
  | { kind: 'malformed' }
  | { kind: 'outside' };

/**
 * Reads the target of a request line into the segments of a path below `base` (`/` or `/news/`).
 * `malformed` is for everything that only a trick would send: bad escapes, escaped slashes, NUL, backslash, `..`.
 */
export function parseRequestPath(target: string, base: string): RequestPath {
  const raw = target.split(/[?#]/, 1)[0] ?? '';
  if (!raw.startsWith('/') || /%2f|%5c|%00|\\/i.test(raw)) return { kind: 'malformed' };
  if (!`${raw}/`.startsWith(base)) return { kind: 'outside' };
  let path: string;
  try {
    path = decodeURIComponent(raw.slice(base.length));
  } catch {
    return { kind: 'malformed' };
  }
  const segments = path.split('/');
  const trailingSlash = segments.length > 1 && segments.at(-1) === '';
  if (segments.at(-1) === '') segments.pop();
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return { kind: 'malformed' };
  }
  // Hidden files are never part of an edition.
  if (segments.some((segment) => segment.startsWith('.'))) return { kind: 'outside' };
  return { kind: 'path', segments, trailingSlash };
}
