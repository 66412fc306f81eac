import { failed, type FetchFailure } from './fetched.ts';
import { parseTarget, type Target } from './target.ts';

/**
 * Where a host sends on to. One that the editor did not let through leads nobody into the editor's own network.
 * @param location as the header has it
 * @param allowHosts `host` or `host:port` of the editor's own network
 */
export function redirected(
  from: Target,
  location: string | undefined,
  allowHosts: readonly string[],
): Target | FetchFailure {
  if (location === undefined || location.trim() === '') {
    return failed('bad-answer', 'the host sends on to another address without naming one');
  }
  const to = parseTarget(location, from.isAllowed ? allowHosts : [], from.url);
  if (to.kind === 'failed') return { ...to, message: `the host sends on, but ${to.message}` };
  if (from.url.protocol === 'https:' && to.url.protocol === 'http:') {
    return failed('unusable-address', 'the host sends on from https to http, which is not safe');
  }
  return to;
}
