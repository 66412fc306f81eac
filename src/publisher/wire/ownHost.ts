/**
 * Whether a web address is on the feed's own host, so that the feed may speak for it: the same host, give or take
 * `www.`, or one below the other (`feeds.example.org` and `example.org`).
 */
export function isOnOwnHost(address: string, feed: string): boolean {
  const [one, other] = [hostOf(address), hostOf(feed)];
  if (one === undefined || other === undefined) return false;
  return one === other || isBelow(one, other) || isBelow(other, one);
}

// One label is a whole country, or a network of one's own.
function isBelow(host: string, parent: string): boolean {
  return parent.includes('.') && host.endsWith(`.${parent}`);
}

/** Host and port of a web address, without `www.`; undefined for anything else, as the path of a file. */
export function hostOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  return url.host.replace(/^www\./, '');
}

/** Parts of addresses that stand for a kind of owner in a country: the name is the one before them. */
const kinds = new Set(['ac', 'co', 'com', 'edu', 'go', 'gob', 'gov', 'ne', 'net', 'or', 'org']);
/** Letters of a name that two hosts do not share by chance. */
const shortest = 3;

/** Whether two hosts go by one name, as `feeds.bbci.co.uk` and `www.bbc.com` do: one begins with the other. */
export function isOfOneName(address: string, feed: string): boolean {
  const [one, other] = [nameIn(hostOf(address)), nameIn(hostOf(feed))];
  if (Math.min(one.length, other.length) < shortest) return false;
  return one.startsWith(other) || other.startsWith(one);
}

function nameIn(host = ''): string {
  const labels = host.replace(/:\d+$/, '').split('.').slice(0, -1);
  if (labels.length > 1 && kinds.has(labels.at(-1) ?? '')) labels.pop();
  return /^\d*$/.test(labels.at(-1) ?? '') ? '' : (labels.at(-1) ?? '');
}
