import { parseLanguage } from '../../../model/language.ts';
import { joinPath, type Problem } from '../../../model/problem.ts';
import { slugFrom } from '../../../model/slug.ts';
import { cleanLine } from '../cleanText.ts';
import { field } from '../field.ts';
import { found } from '../finding.ts';
import type { WireItem } from '../wireItem.ts';
import type { FeedItem, Standing, Warn } from './feedItem.ts';
import { findHeadline } from './findHeadline.ts';
import { findId } from './findId.ts';
import { settleLead } from './leadPicture.ts';
import { liftCorrections } from './liftCorrections.ts';
import { hasOffset, isLater, onTheSafeSide, parseSourceTime } from './sourceTime.ts';
import { toStandfirst } from './standfirst.ts';
import { bylineOf } from './personNames.ts';
import { isTracker } from './trackers.ts';
import { uniqueNames } from './uniqueNames.ts';

/** What a format found as the item that every format gives: fields cleaned, times parsed; or why it does not go out. */
export function settleItem(
  item: FeedItem,
  standing: Standing,
  warnings: Problem[],
): WireItem | Problem {
  const at = (key: Parameters<Warn>[1]): string => joinPath(standing.at, item.names?.[key] ?? key);
  const warn: Warn = (code, key, message) => {
    warnings.push({ code, at: at(key), message });
  };
  const lifted = liftCorrections(item.body?.blocks ?? []);
  const isBeacon = item.picture !== undefined && isTracker(item.picture.src, {});
  const { picture, body } = settleLead(isBeacon ? undefined : item.picture, lifted.blocks);
  const headline = findHeadline(item, body, warn);
  if (headline === undefined) {
    const message = 'expected a headline, got nothing';
    return {
      code: 'missing-headline',
      at: at('headline'),
      message,
      mend: 'give the story a title at its source',
    };
  }
  const time = (key: 'published' | 'updated' | 'embargo' | 'expires'): string | undefined => {
    const value = item[key];
    if (value === undefined || value === null || value === '') return undefined;
    const parsed = parseSourceTime(value);
    if (parsed === undefined) warn('unreadable-time', key, `expected a time, got ${found(value)}`);
    return parsed;
  };
  const published = time('published');
  const updated = time('updated');
  const embargo = time('embargo');
  const expires = time('expires');
  const language = parseLanguage(item.language ?? '');
  if (language === undefined && item.language !== undefined) {
    warn(
      'invalid-language',
      'language',
      `expected a language tag (BCP 47), got ${found(item.language)}`,
    );
  }
  const { ref, file } = standing;
  const common = {
    ref,
    file: file.name,
    id: findId(item, published, headline, standing, warn),
    ...field('fileSlug', slugFrom(item.slug ?? '') || undefined),
    headline,
    ...field('published', published),
    ...field(
      'updated',
      published === undefined || isLater(published, updated) ? updated : undefined,
    ),
    ...field('language', language),
    ...field('canonical', item.canonical),
    ...field('revision', item.revision),
  };
  const nothing = {
    tags: [],
    people: [],
    places: [],
    body: [],
    related: [],
    corrections: [],
    draft: false,
  };
  // What is kept back leaves no more of itself here than its name.
  if (item.withheld !== undefined) return { ...common, ...nothing, withheld: item.withheld };
  const copy = toStandfirst(cleanLine(item.summary ?? ''), body, item.summaryBlocks);
  if (copy.unsaid !== undefined) item.body?.losses.unsaid(copy.unsaid);
  warnings.push(...(item.body?.losses.toProblems(at('body')) ?? []));
  if (isBeacon) {
    const message = `left out ${found(item.picture?.src)}, which is there to count readers`;
    warn('dropped-picture', 'picture', message);
  }
  if (picture?.alt === null)
    warn('picture-without-alt', 'picture', 'expected a description of the picture, got nothing');
  if (embargo !== undefined && !hasOffset(embargo)) {
    warn(
      'zoneless-embargo',
      'embargo',
      `expected a time with its offset, got ${found(item.embargo)}; held until it has come everywhere`,
    );
  }
  const { spares = [] } = item;
  if (copy.body.length === 0 && spares.length === 0)
    warn('no-body', 'body', 'expected a body, got nothing; the story is a headline only');
  return {
    ...common,
    ...field('kicker', item.kicker),
    ...field('standfirst', copy.standfirst),
    ...bylineOf(item.byline),
    ...field('dateline', item.dateline),
    ...field('section', item.section),
    tags: uniqueNames(item.tags),
    people: uniqueNames(item.people),
    places: uniqueNames(item.places),
    ...field('label', item.label),
    body: [...copy.body],
    ...field('picture', picture),
    ...(spares.length === 0 ? {} : { spares: [...spares] }),
    related: [...(item.related ?? []), ...(item.body?.related ?? [])],
    corrections: [...(item.corrections ?? []), ...lifted.corrections],
    draft: item.draft ?? false,
    // An embargo nobody can read holds for good: better late than too early.
    ...field(
      'embargo',
      embargo === undefined ? unreadable(item.embargo) : onTheSafeSide(embargo, 'embargo'),
    ),
    ...field('expires', expires === undefined ? undefined : onTheSafeSide(expires, 'expiry')),
    ...field('source', item.source),
    ...field('rights', item.rights),
    ...field('disclosure', item.disclosure),
  };
}

function unreadable(embargo: unknown): string | undefined {
  return embargo === undefined || embargo === null || embargo === '' || embargo === false
    ? undefined
    : cleanLine(typeof embargo === 'string' ? embargo : JSON.stringify(embargo)).slice(0, 100) ||
        'unreadable';
}
