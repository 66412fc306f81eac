import {
  absoluteAddress,
  newsSitemapAddress,
  robotsAddress,
  sitemapAddress,
} from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { textFile, type HostFile } from './hostFile.ts';

/**
 * `/robots.txt`: everyone may read everything, and where the sitemaps are. Crawlers ask for it at the root of a host
 * only; under a longer base it tells the host's owner what to put there.
 * Source: RFC 9309; https://www.sitemaps.org/protocol.html#submit_robots
 */
export function robotsFile({ url }: Site): HostFile {
  const sitemaps = url === undefined ? [] : [sitemapAddress, newsSitemapAddress];
  const text = [
    'User-agent: *',
    'Allow: /',
    ...sitemaps.map((address) => `Sitemap: ${absoluteAddress(url ?? '', address)}`),
    '',
  ].join('\n');
  return textFile(robotsAddress, text);
}
