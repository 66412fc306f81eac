import { isIP } from 'node:net';
import { blockedPorts } from './blockedPorts.ts';
import { failed, type FetchFailure } from './fetched.ts';

/** Longest address that is asked for; some hosts stop there. Characters. */
const longest = 2048;

/** An address that may be asked for, should its host turn out to be public. */
export interface Target {
  kind: 'target';
  url: URL;
  /** Without the brackets of IPv6 and without the dot that may end a name. */
  host: string;
  /** Whether the host is an IP address, so that there is no name to look up. */
  isLiteral: boolean;
  /** Whether the editor let this host through although it may be on a network of their own. */
  isAllowed: boolean;
}

/**
 * Reads an address as browsers do, so that `2130706433`, `0x7f.1` and `127。0。0。1` are all known for what they are.
 * @param allowHosts `host` or `host:port` of the editor's own network
 */
export function parseTarget(
  address: string | URL,
  allowHosts: readonly string[],
  base?: URL,
): Target | FetchFailure {
  if (String(address).length > longest) {
    return failed('unusable-address', `the address is longer than ${longest} characters`);
  }
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return failed('unusable-address', 'the address cannot be read', 'correct the address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return failed('unusable-address', 'the address is neither http nor https');
  }
  if (url.username !== '' || url.password !== '') {
    const mend = 'leave the name and password out of the address';
    return failed('unusable-address', 'the address holds a name or password', mend);
  }
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '') return failed('unusable-address', 'the address names no host');
  const port = portOf(url);
  const isAllowed = allowHosts.some((allowed) => isSameHost(allowed, host, port));
  if (blockedPorts.has(port)) {
    return failed('unusable-address', `port ${port} belongs to something other than the web`);
  }
  return { kind: 'target', url, host, isLiteral: isIP(host) !== 0, isAllowed };
}

/** Whether the editor let the host of an address through, so that it is trusted with what it names. */
export function isAllowedHost(address: string, allowHosts: readonly string[]): boolean {
  const target = parseTarget(address, allowHosts);
  return target.kind === 'target' && target.isAllowed;
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function isSameHost(allowed: string, host: string, port: number): boolean {
  const written = allowed.trim().toLowerCase().replace(/\.$/, '');
  return [host, `[${host}]`, `${host}:${port}`, `[${host}]:${port}`].includes(written);
}
