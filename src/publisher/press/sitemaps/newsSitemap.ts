import { absoluteAddress, newsSitemapAddress, storyAddress } from '../../../model/address.ts';
import type { Trail } from '../../../model/trail.ts';
import type { Filed } from '../../desk/filed.ts';
import { exactTime } from '../exactTime.ts';
import { hostFile, type Hosted, type HostFile } from '../hostFile.ts';
import { element, lines, xmlDocument } from '../markup.ts';
import { sitemapNamespace } from './sitemapText.ts';

const dayLength = 24 * 60 * 60 * 1000;
const twoDays = 2 * dayLength;
const newsLimit = 1000;

/**
 * The stories of the last two days, newest first, as news aggregators ask for them. A story without an
 * exact time is not in it, since the time is required. Empty when there was no news, which is how they want it.
 * Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsSitemapFile({ site, filed, now }: Hosted, url: string): HostFile {
  const news = newsOf(filed, now);
  const facts = news.map(({ trail, at }) => `${trail.slug} ${at} ${trail.headline}`);
  return hostFile(newsSitemapAddress, facts, () => {
    const language = newsLanguage(site.language);
    const entries = news.map(({ trail, at }) =>
      element(
        'url',
        {},
        element('loc', {}, absoluteAddress(url, storyAddress(trail.slug))),
        element(
          'news:news',
          {},
          element(
            'news:publication',
            {},
            element('news:name', {}, site.name),
            element('news:language', {}, language),
          ),
          element('news:publication_date', {}, at),
          element('news:title', {}, trail.headline),
        ),
      ),
    );
    const namespaces = {
      xmlns: sitemapNamespace,
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    };
    return xmlDocument(element('urlset', namespaces, lines(entries)));
  });
}

/** News with its exact time. */
function newsOf(filed: readonly Filed[], now: string): { trail: Trail; at: string }[] {
  const until = exactTime(now)?.order ?? Number.NaN;
  const from = until - twoDays;
  // Days are told apart by their text first, which is quick; they may be off by what zones differ.
  const firstDay = Number.isNaN(from) ? '' : new Date(from - dayLength).toISOString().slice(0, 10);
  const news: { trail: Trail; at: string }[] = [];
  for (const one of filed) {
    if (news.length === newsLimit) break;
    if (one.facts.day === undefined || one.facts.day < firstDay) continue;
    const { trail } = one;
    const published = exactTime(trail.published?.at);
    if (published === undefined || published.order > until || published.order < from) continue;
    news.push({ trail, at: published.rfc3339 });
  }
  return news;
}

/** ISO 639 code, without region but for Chinese, as the form asks. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
