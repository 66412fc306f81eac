import type { LaidOut } from '../desk/laidOut.ts';
import { feedFiles } from './feeds/feedFiles.ts';
import type { HostFile } from './hostFile.ts';
import { robotsFile } from './robots.ts';
import { sitemapFiles } from './sitemaps/sitemapFiles.ts';
import { webManifestFile } from './webManifest.ts';

/**
 * Everything a host and other programs ask for beside the pages. They link to pages, so they are written after those.
 * Feeds and sitemaps need absolute addresses: without `site.url` there are none.
 */
export function hostFiles(laidOut: LaidOut): HostFile[] {
  const { site } = laidOut;
  const withUrl =
    site.url === undefined
      ? []
      : [...feedFiles(laidOut, site.url), ...sitemapFiles(laidOut, site.url)];
  return [...withUrl, robotsFile(site), webManifestFile(site)];
}
