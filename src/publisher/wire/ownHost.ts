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
