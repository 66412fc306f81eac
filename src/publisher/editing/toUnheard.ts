import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';
import type { Unheard } from '../../model/edition.ts';
import type { Config } from '../config.ts';
import { cutText } from '../desk/cutText.ts';
import { storyTime } from '../desk/dates.ts';
import { compareText } from '../desk/order.ts';
import { present } from '../desk/present.ts';
import type { UnheardFeed } from '../fetch/feeds.ts';
import { parseTarget } from '../fetch/target.ts';

/** Feeds that a front names; the others are told of together. */
const mostNamed = 5;
/** Longest name, in characters. */
const longest = 80;
/** Names that are looked up on a network of one's own only (RFC 6761, 6762, 8375 and what is found in offices). */
const ownNetwork =
  /\.(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|test|invalid|home\.arpa)$/;

/**
 * What readers are told of feeds that fail, the longest silent first. Each goes by the publication that its stories say
 * they are from, else by its host. An address stays the newsroom's own, and so does a host on its own network.
 */
export function toUnheard(
  feeds: readonly UnheardFeed[],
  { language, timeZone }: Pick<Config, 'language' | 'timeZone'>,
): Unheard[] {
  const since = new Map<string | undefined, string>();
  const told = feeds
    .map((feed) => ({ since: feed.since, name: nameOf(feed) }))
    .toSorted(
      (one, other) =>
        compareText(one.since, other.since) || compareText(one.name ?? '', other.name ?? ''),
    );
  for (const one of told) {
    const name = since.has(one.name) || since.size < mostNamed ? one.name : undefined;
    if (!since.has(name)) since.set(name, one.since);
  }
  return [...since].map(([name, at]) => {
    return { ...present({ name }), since: storyTime(at, language, timeZone) };
  });
}

function nameOf({ address, isPrivate, sources }: UnheardFeed): string | undefined {
  const target = parseTarget(address, []);
  const host = target.kind === 'target' ? target.host : undefined;
  const isOwn = isPrivate || host === undefined || isOnOwnNetwork(host);
  const [name = '', ...others] = sources;
  const tellsAddress =
    /:\/\/|@/.test(name) || (isOwn && name.toLowerCase().includes(host ?? address));
  if (name !== '' && others.length === 0 && !tellsAddress) return cutText(name, longest);
  return isOwn || host === undefined ? undefined : domainToUnicode(host.replace(/^www\./, ''));
}

function isOnOwnNetwork(host: string): boolean {
  return isIP(host) !== 0 || !host.includes('.') || ownNetwork.test(host);
}
