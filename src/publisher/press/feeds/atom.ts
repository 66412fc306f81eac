import { changedTime, exactTime, latestTime } from '../exactTime.ts';
import { element, lines, xmlDocument, type Markup } from '../markup.ts';
import type { Entry } from './entries.ts';
import type { FeedHead } from './rss.ts';

/**
 * A feed as Atom 1.0 with full text. Source: RFC 4287
 * @param edition when the edition was published, ISO 8601 with offset: an entry must have a time of change (§4.1.2),
 *   and a story without an exact one was last seen to change then
 */
export function atomFeed(head: FeedHead, entries: readonly Entry[], edition: string): string {
  const { site, title, page, self } = head;
  const fallback = exactTime(edition);
  const changes = entries.map(({ story }) => changedTime(story) ?? fallback);
  const updated = latestTime(changes) ?? fallback;
  const feed = lines([
    element('id', {}, self),
    element('title', {}, title),
    site.tagline === undefined ? undefined : element('subtitle', {}, site.tagline),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('updated', {}, updated?.rfc3339 ?? edition),
    // Stands for every entry without an author of its own (§4.1.1).
    element('author', {}, element('name', {}, site.name)),
    ...entries.map((entry, index) =>
      entryMarkup(entry, site.language, changes[index]?.rfc3339 ?? edition),
    ),
  ]);
  const namespace = 'http://www.w3.org/2005/Atom';
  return xmlDocument(element('feed', { xmlns: namespace, 'xml:lang': site.language }, feed));
}

function entryMarkup({ story, ...entry }: Entry, feedLanguage: string, updated: string): Markup {
  const { language } = story;
  const published = exactTime(story.published?.at);
  const of = (name: string, text: string | undefined): Markup | undefined =>
    text === undefined ? undefined : element(name, {}, text);
  return element(
    'entry',
    { 'xml:lang': language === feedLanguage ? undefined : language },
    lines([
      of('id', entry.address),
      of('title', entry.title),
      element('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
      of('published', published?.rfc3339),
      of('updated', updated),
      ...entry.authors.map(({ name, address }) =>
        element('author', {}, of('name', name), of('uri', address)),
      ),
      ...entry.tags.map((term) => element('category', { term })),
      of('rights', story.rights),
      of('summary', entry.summary),
      entry.text === undefined ? undefined : element('content', { type: 'html' }, entry.text),
    ]),
  );
}
