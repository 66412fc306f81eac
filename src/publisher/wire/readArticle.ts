import * as v from 'valibot';
import { parseLanguage } from '../../model/language.ts';
import { parseLink } from '../../model/link.ts';
import { articleSchema, type HandArticle, type HandRelated } from './articleSchema.ts';
import { bodyBlocks } from './bodyBlocks.ts';
import { cleanLine, cleanName } from './cleanText.ts';
import { field } from './field.ts';
import { latestOf } from './feeds/latestOf.ts';
import { findLaterTime, sayLaterTimes } from './findLaterTime.ts';
import type { Finding, Path } from './finding.ts';
import { toFindings } from './issues.ts';
import { longestStory } from './limits.ts';
import { tooLong } from './refuseEndless.ts';
import { findStrangers } from './strangers.ts';
import { findUnheardHolds } from './findUnheardHolds.ts';
import { notListed } from './notListed.ts';
import { toPicture } from './toPicture.ts';
import type { RelatedRef, SourceBlock, WireItem } from './wireItem.ts';

/** Values one article may hold; the reasons for refusing millions would not fit in memory. */
const valueLimit = 20_000;
/** Problems told of one article, and as many warnings. */
const problemLimit = 100;

/** Where an article stands: its names for people and for pictures, and its path in the document. */
export interface Standing {
  ref: string;
  file: string;
  path: Path;
  fileSlug: string | undefined;
  form: 'json' | 'front matter';
  /** What stands around it may not go out before; ISO 8601, perhaps without an offset. */
  notBefore?: string | undefined;
}

/** An article as read, or what is wrong with it; warnings belong to both. */
export type Reading =
  | { ok: true; item: WireItem; warnings: Finding[] }
  | { ok: false; problems: Finding[]; warnings: Finding[] };

/**
 * Reads the fields of one article, from JSON or front matter alike.
 * `body` is given when it stands apart from the fields (below front matter).
 */
export function readArticle(input: unknown, standing: Standing, body?: SourceBlock[]): Reading {
  const { path } = standing;
  if (holdsTooMuch(input)) {
    const message = `expected an article, got more than ${valueLimit} values`;
    const problems = [
      { code: 'too-many-values', path, message, mend: 'cut it into several articles' },
    ];
    return { ok: false, problems, warnings: [] };
  }
  const { length } = textOf(input);
  if (length > longestStory) {
    // Known before the text is taken apart, which costs many times its length.
    const problems = [{ ...tooLong(length), path: [...path, 'body'] }];
    return { ok: false, problems, warnings: [] };
  }
  const strangers = sayLaterTimes(findStrangers(input, path, standing.form), input);
  const warnings = upToLimit(strangers, path);
  const later = findLaterTime(input, path);
  const holds = [...findUnheardHolds(input, path), ...later.unreadable];
  if (holds.length > 0) return { ok: false, problems: holds, warnings: [] };
  const result = v.safeParse(articleSchema, input);
  if (!result.success) {
    const problems = upToLimit(toFindings(result.issues, path, 'article'), path);
    return { ok: false, problems, warnings };
  }
  const article = result.output;
  const written = body ?? bodyBlocks(article.body ?? '', [...path, 'body'], warnings);
  if (written.length === 0) {
    const message = 'expected a body, got nothing; the story is a headline only';
    warnings.push({
      code: 'no-body',
      path: [...path, 'body'],
      message,
      mend: 'write the text as "body"',
    });
  }
  const item = toItem(article, standing, written, warnings);
  const embargo = latestOf([item.embargo, later.time, standing.notBefore]);
  return { ok: true, item: { ...item, ...field('embargo', embargo) }, warnings };
}

/** A body that is written as one text. */
function textOf(input: unknown): string {
  const body =
    input !== null && typeof input === 'object' && 'body' in input ? input.body : undefined;
  return typeof body === 'string' ? body : '';
}

/** The first of many findings, and how many more there are. */
function upToLimit(findings: Finding[], path: Path): Finding[] {
  const more = notListed(findings.length - problemLimit, path);
  return [...findings.slice(0, problemLimit), ...more];
}

// Without recursion, since a document may nest as deep as it is long.
function holdsTooMuch(input: unknown): boolean {
  const waiting: unknown[] = [input];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count + waiting.length > valueLimit) return true;
    const value = waiting.pop();
    if (value === null || typeof value !== 'object') continue;
    const inner = Object.values(value) as unknown[];
    if (inner.length > valueLimit) return true;
    waiting.push(...inner);
  }
  return false;
}

function toItem(
  article: HandArticle,
  { ref, file, path, fileSlug }: Standing,
  body: SourceBlock[],
  warnings: Finding[],
): WireItem {
  const givenSlug = line(article.slug);
  return {
    ref,
    file,
    id: givenSlug ?? ref,
    ...field('givenSlug', givenSlug),
    ...field('fileSlug', fileSlug),
    headline: cleanName(article.headline),
    ...field('kicker', name(article.kicker)),
    ...field('standfirst', line(article.standfirst)),
    ...field('byline', name(article.byline)),
    ...field('dateline', name(article.dateline)),
    ...field('published', line(article.published)),
    ...field('updated', line(article.updated)),
    ...field('section', name(article.section)),
    tags: names(article.tags),
    people: names(article.people),
    places: names(article.places),
    ...field('label', name(article.label)),
    ...field('language', parseLanguage(article.language ?? '')),
    body,
    ...field(
      'picture',
      article.picture ? toPicture(article.picture, [...path, 'picture'], warnings) : undefined,
    ),
    related: asList(article.related).flatMap(toRelated),
    corrections: asList(article.corrections).map((correction) => ({
      ...field('at', line(correction.at)),
      text: cleanLine(correction.text),
    })),
    draft: article.draft ?? false,
    ...field('embargo', line(article.embargo)),
    ...field('expires', line(article.expires)),
    ...field('source', toSource(article.source)),
    ...field('rights', line(article.rights)),
    ...field('disclosure', line(article.disclosure)),
  };
}

function toRelated(related: string | HandRelated): RelatedRef[] {
  if (typeof related === 'string') return related.trim() === '' ? [] : [{ slug: related.trim() }];
  const slug = line(related.slug);
  const reason = field('reason', related.reason ?? undefined);
  if (slug !== undefined) return [{ slug, ...reason }];
  const url = field('url', parseLink(related.url ?? ''));
  return [{ headline: cleanName(related.headline ?? ''), ...url, ...reason }];
}

function toSource(source: HandArticle['source']): WireItem['source'] {
  const given = typeof source === 'string' ? { name: source } : source;
  const title = name(given?.name);
  const url = given !== null && given !== undefined && 'url' in given ? given.url : undefined;
  return title === undefined ? undefined : { name: title, ...field('url', parseLink(url ?? '')) };
}

function names(value: string | string[] | null | undefined): string[] {
  const given = asList(value).flatMap((text) => name(text) ?? []);
  return [...new Set(given)];
}

function asList<Value>(value: Value | Value[] | null | undefined): Value[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

const line = (text: string | null | undefined): string | undefined =>
  cleanLine(text ?? '') || undefined;
const name = (text: string | null | undefined): string | undefined =>
  cleanName(text ?? '') || undefined;
