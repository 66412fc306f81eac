import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failed, type FetchFailure } from './fetched.ts';
import { isPublicAddress } from './publicAddress.ts';
import type { Target } from './target.ts';

/** All IP addresses of a host's name, handed in so that a test can answer. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** The IP addresses that may be connected to; never empty. */
interface Resolved {
  kind: 'resolved';
  addresses: { address: string; family: number }[];
}

export const lookUp: Lookup = async (host) => {
  const found = await systemLookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/**
 * The IP addresses of a target, looked up once: what is checked here is what is connected to, so a name that answers
 * differently the next time gains nothing. One address that is not public condemns the name.
 */
export async function resolveTarget(
  { host, isLiteral, isAllowed }: Target,
  lookup: Lookup,
): Promise<Resolved | FetchFailure> {
  let found: readonly string[];
  try {
    found = isLiteral ? [host] : await lookup(host);
  } catch {
    const mend = 'check the spelling of the host, and the connection of this machine';
    return failed('unknown-host', 'the host is not known', mend);
  }
  const addresses = found.map((address) => ({ address, family: isIP(address) }));
  if (addresses.length === 0 || addresses.some(({ family }) => family === 0)) {
    return failed('unknown-host', 'the host has no address', 'check the spelling of the host');
  }
  if (!isAllowed && !found.every(isPublicAddress)) {
    return failed(
      'private-address',
      'the host is not on the public internet',
      'if it is one of your own network, name it with --allow-host',
    );
  }
  return { kind: 'resolved', addresses };
}
