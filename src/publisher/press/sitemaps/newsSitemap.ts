import { absoluteAddress, storyAddress } from '../../../model/address.ts';
import type { LaidOut } from '../../desk/laidOut.ts';
import { exactTime } from '../exactTime.ts';
import { element, lines, xmlDocument, type Markup } from '../markup.ts';
import { sitemapNamespace } from './sitemapText.ts';

const twoDays = 2 * 24 * 60 * 60 * 1000;
const newsLimit = 1000;

/**
 * The stories of the two days before the edition, newest first, as news aggregators ask for them. A story without an
 * exact time is not in it, since the time is required. Empty when there was no news, which is how they want it.
 * Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsSitemap({ site, stories, pointer }: LaidOut, url: string): string {
  const until = exactTime(pointer.published.at)?.order ?? Number.NaN;
  const language = newsLanguage(site.language);
  const entries: Markup[] = [];
  for (const story of stories) {
    if (entries.length === newsLimit) break;
    const published = story.kind === 'story' ? exactTime(story.published?.at) : undefined;
    if (published === undefined) continue;
    if (published.order > until || published.order < until - twoDays) continue;
    entries.push(
      element(
        'url',
        {},
        element('loc', {}, absoluteAddress(url, storyAddress(story.slug))),
        element(
          'news:news',
          {},
          element(
            'news:publication',
            {},
            element('news:name', {}, site.name),
            element('news:language', {}, language),
          ),
          element('news:publication_date', {}, published.rfc3339),
          element('news:title', {}, story.headline),
        ),
      ),
    );
  }
  const namespaces = {
    xmlns: sitemapNamespace,
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  return xmlDocument(element('urlset', namespaces, lines(entries)));
}

/** ISO 639 code, without region but for Chinese, as the form asks. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
