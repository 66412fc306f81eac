import { feedFiles } from './feeds/feedFiles.ts';
import type { Hosted, HostFile } from './hostFile.ts';
import { robotsFile } from './robots.ts';
import { sitemapFiles } from './sitemaps/sitemapFiles.ts';
import { webManifestFile } from './webManifest.ts';

/**
 * Everything a host and other programs ask for beside the pages. They link to pages, so they are written after those.
 * Feeds and sitemaps need absolute addresses: without `site.url` there are none.
 */
export function hostFiles(hosted: Hosted): HostFile[] {
  const { site } = hosted;
  const withUrl =
    site.url === undefined
      ? []
      : [...feedFiles(hosted, site.url), ...sitemapFiles(hosted, site.url)];
  return [...withUrl, robotsFile(site), webManifestFile(site)];
}
