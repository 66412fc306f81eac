import { createHash } from 'node:crypto';
import { parseLanguage } from '../../../model/language.ts';
import { joinPath, type Problem } from '../../../model/problem.ts';
import { slugFrom } from '../../../model/slug.ts';
import { bodyTexts } from '../../../model/words.ts';
import { headlineLimit } from '../articleSchema.ts';
import { cleanLine, cleanName } from '../cleanText.ts';
import { deriveHeadline } from '../derivedHeadline.ts';
import { field } from '../field.ts';
import { found } from '../finding.ts';
import type {
  RelatedRef,
  SourceBlock,
  SourceFile,
  SourcePicture,
  WireItem,
  WireResult,
} from '../wireItem.ts';
import type { ForeignBody } from './foreignHtml.ts';
import { settleLead } from './leadPicture.ts';
import { liftCorrections } from './liftCorrections.ts';
import { hasOffset, isLater, onTheSafeSide, parseSourceTime } from './sourceTime.ts';
import { toStandfirst } from './standfirst.ts';
import { uniqueNames } from './uniqueNames.ts';

type FieldName =
  | 'id'
  | 'headline'
  | 'published'
  | 'updated'
  | 'embargo'
  | 'expires'
  | 'language'
  | 'picture'
  | 'body';

/** What a format calls the fields that problems are told of. */
export type FieldNames = Readonly<Partial<Record<FieldName, string>>>;

/** What a format found in one of its items; text fields are plain, times as the source has them. */
export interface FeedItem {
  names?: FieldNames;
  /** The source's own id, the same for all versions; must not depend on the item's place. */
  id?: string | undefined;
  /** The short name the source has for it. */
  slug?: string | undefined;
  headline?: string | undefined;
  /** The format allows items without a title, so the headline may come from the first words. */
  isTitleOptional?: boolean;
  kicker?: string | undefined;
  summary?: string | undefined;
  byline?: string | undefined;
  dateline?: string | undefined;
  published?: unknown;
  updated?: unknown;
  section?: string | undefined;
  tags?: readonly string[];
  people?: readonly string[];
  places?: readonly string[];
  label?: string | undefined;
  language?: string | undefined;
  body?: ForeignBody | undefined;
  picture?: SourcePicture | undefined;
  related?: readonly RelatedRef[];
  corrections?: WireItem['corrections'];
  draft?: boolean;
  embargo?: unknown;
  expires?: unknown;
  source?: WireItem['source'];
  rights?: string | undefined;
  canonical?: string | undefined;
  disclosure?: string | undefined;
  withheld?: WireItem['withheld'];
  revision?: string | undefined;
}

/** Where an item stands in its file. */
export interface Standing {
  ref: string;
  file: SourceFile;
  /** Path of the item, such as `items[3]`; empty when it is the document. */
  at: string;
  /** Whether the file holds nothing else and never will. */
  isAlone: boolean;
}

/** A format's answer for one item. */
export type FeedReading = { item: FeedItem; warnings?: Problem[] } | { problem: Problem };

/** Reads each item by itself, so that a broken one leaves the others whole. */
export function readFeed(
  file: SourceFile,
  values: readonly unknown[],
  path: string | undefined,
  read: (value: unknown, standing: Standing) => FeedReading,
): WireResult {
  const result: WireResult = { items: [], refused: [], warnings: [] };
  if (values.length === 0) {
    const message = 'expected stories, got an empty list';
    result.warnings.push({
      ref: file.name,
      problem: { code: 'no-articles', at: path ?? '', message },
    });
  }
  values.forEach((value, index) => {
    const ref = path === undefined ? file.name : `${file.name} [${index}]`;
    const at = path === undefined ? '' : joinPath(path, index);
    const standing = { ref, file, at, isAlone: path === undefined };
    const reading = read(value, standing);
    if ('problem' in reading) {
      result.refused.push({ ref, problems: [reading.problem] });
      return;
    }
    const warnings = [...(reading.warnings ?? [])];
    const settled = settle(reading.item, standing, warnings);
    if ('headline' in settled) result.items.push(settled);
    else result.refused.push({ ref, problems: [settled] });
    result.warnings.push(...warnings.map((problem) => ({ ref, problem })));
  });
  return result;
}

/** A file that is of the format and holds no stories: an error answer, an empty export. */
export function refuseFile(
  file: SourceFile,
  code: string,
  message: string,
  mend?: string,
): WireResult {
  const problem = { code, at: '', message, ...field('mend', mend) };
  return { items: [], refused: [{ ref: file.name, problems: [problem] }], warnings: [] };
}

function settle(item: FeedItem, standing: Standing, warnings: Problem[]): WireItem | Problem {
  const at = (key: FieldName): string => joinPath(standing.at, item.names?.[key] ?? key);
  const warn: Warn = (code, key, message) => {
    warnings.push({ code, at: at(key), message });
  };
  const lifted = liftCorrections(item.body?.blocks ?? []);
  const { picture, body } = settleLead(item.picture, lifted.blocks);
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
  warnings.push(...(item.body?.losses.toProblems(at('body')) ?? []));
  if (picture?.alt === null)
    warn('picture-without-alt', 'picture', 'expected a description of the picture, got nothing');
  if (embargo !== undefined && !hasOffset(embargo)) {
    warn(
      'zoneless-embargo',
      'embargo',
      `expected a time with its offset, got ${found(item.embargo)}; held until it has come everywhere`,
    );
  }
  if (body.length === 0)
    warn('no-body', 'body', 'expected a body, got nothing; the story is a headline only');
  return {
    ...common,
    ...field('kicker', item.kicker),
    ...field('standfirst', toStandfirst(cleanLine(item.summary ?? ''), body)),
    ...field('byline', item.byline),
    ...field('dateline', item.dateline),
    ...field('section', item.section),
    tags: uniqueNames(item.tags),
    people: uniqueNames(item.people),
    places: uniqueNames(item.places),
    ...field('label', item.label),
    body,
    ...field('picture', picture),
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

type Warn = (code: string, key: FieldName, message: string) => void;

function findHeadline(
  item: FeedItem,
  body: readonly SourceBlock[],
  warn: Warn,
): string | undefined {
  const given = cleanName(item.headline ?? '');
  if (given.length > headlineLimit) {
    const shown = deriveHeadline(given);
    warn(
      'long-headline',
      'headline',
      `expected at most ${headlineLimit} characters, got ${given.length}; shortened to "${shown}"`,
    );
    return shown;
  }
  if (given !== '') return given;
  if (item.withheld !== undefined) return 'Withdrawn story';
  if (item.isTitleOptional !== true) return undefined;
  const text =
    [...bodyTexts(body), item.summary ?? ''].find((words) => /[\p{L}\p{N}]/u.test(words)) ?? '';
  const derived = deriveHeadline(text.slice(0, 5000));
  if (derived === '') return undefined;
  warn(
    'derived-headline',
    'headline',
    `expected a headline, got none; derived from the first words: "${derived}"`,
  );
  return derived;
}

// A position would give one story's address to another when the list moves on.
function findId(
  item: FeedItem,
  published: string | undefined,
  headline: string,
  { ref, file, isAlone }: Standing,
  warn: Warn,
): string {
  const given = cleanLine(item.id ?? item.canonical ?? '').slice(0, 2048);
  if (given !== '') return given;
  if (isAlone) return ref;
  const hash = createHash('sha256')
    .update(`${published ?? ''}\n${headline}`)
    .digest('hex');
  warn(
    'missing-id',
    'id',
    'expected an id or an address, got neither; a change of headline or date will make it another story',
  );
  return `${file.name} ${hash.slice(0, 16)}`;
}

function unreadable(embargo: unknown): string | undefined {
  return embargo === undefined || embargo === null || embargo === '' || embargo === false
    ? undefined
    : cleanLine(typeof embargo === 'string' ? embargo : JSON.stringify(embargo)).slice(0, 100) ||
        'unreadable';
}
