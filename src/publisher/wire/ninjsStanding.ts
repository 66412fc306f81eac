import { joinPath, type Problem } from '../../model/problem.ts';
import { anyCase } from './feeds/anyCase.ts';
import {
  findPartsHold,
  spanOfPicture,
  type PictureSpan,
  type Span,
} from './feeds/findPartsHold.ts';
import { recordOf, recordsOf, textAt, textOf, type JsonRecord } from './feeds/jsonValue.ts';
import type { WireItem } from './wireItem.ts';

/** An item that another one is associated with, under the name it has there. */
export interface Association {
  name: string;
  record: JsonRecord;
  /** Of a picture. */
  span?: PictureSpan;
}

/** An item beside a story, and when it may be shown. */
export interface Bound {
  record: JsonRecord;
  span: PictureSpan | 'held';
  /** It is held only for what it stands in. */
  isOpenItself: boolean;
}

/** What an item's source says of its standing. A status that nobody has heard of is not a permission. */
export function withheldOf(status = 'usable'): WireItem['withheld'] {
  const code = codeOf(status);
  if (code === 'usable' || code === 'draft' || code === 'published' || code === 'corrected')
    return undefined;
  return code === 'canceled' || code === 'cancelled' || code === 'killed'
    ? 'cancelled'
    : 'withheld';
}

/** What a story brings beside its text, and what may be shown of it. */
interface Beside {
  /** What may go out whenever the story may, or at the times that it brings. */
  associations: Association[];
  /** All of it, with what it is itself associated with: the text may show any of it. */
  bound: Bound[];
  /** What is said of what may not. */
  warnings: Problem[];
}

/**
 * What an item is associated with, by its standing.
 * @param at path of the story
 * @param published when the story is from
 */
export function openAssociations(story: unknown, at: string, published: unknown): Beside {
  const beside: Beside = { associations: [], bound: [], warnings: [] };
  const span = spanOf(story);
  const waiting = [{ from: story, path: at, isHeld: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const one of named(anyCase(next.from)('associations'))) {
      const { record } = one;
      const path = joinPath(next.path, 'associations', one.path);
      const standing = standingOf(record, span, published);
      const isHeld = next.isHeld || typeof standing === 'string';
      // What stands in something that is held may stand in the story by itself, too.
      const isOpenItself = next.isHeld && typeof standing !== 'string';
      beside.bound.push({
        record,
        span: typeof standing === 'string' || isHeld ? 'held' : standing,
        isOpenItself,
      });
      waiting.push({ from: record, path, isHeld });
      const isOwn = next.from === story;
      if (isOwn && typeof standing !== 'string')
        beside.associations.push({ ...one, span: standing });
      if (typeof standing !== 'string' || !(isOwn || isPicture(record))) continue;
      const message = `left out: what the story is associated with here ${standing}`;
      beside.warnings.push({ code: 'held-association', at: path, message });
    }
  }
  return beside;
}

/** The times at which an item may be shown, or why it may not at all. */
function standingOf(record: JsonRecord, story: Span, published: unknown): PictureSpan | string {
  const status = textOf(anyCase(record)('pubstatus'));
  const isClosed = withheldOf(status) !== undefined || codeOf(status ?? '') === 'draft';
  if (isClosed) return `is "${status?.slice(0, 40)}"`;
  return isPicture(record)
    ? spanOfPicture(spanOf(record), story, published)
    : (findPartsHold(spanOf(record), story) ?? {});
}

/** The records of an object by name (ninjs 1) or of a list (ninjs 2 and 3). */
export function named(value: unknown): (Association & { path: string })[] {
  if (Array.isArray(value)) {
    return recordsOf(value).map((record, index) => ({
      name: textAt(record, 'name') ?? '',
      path: `[${index}]`,
      record,
    }));
  }
  return Object.entries(recordOf(value) ?? {}).flatMap(([name, one]) =>
    recordsOf(one).map((record) => ({ name, path: name, record })),
  );
}

export function isPicture(value: unknown): boolean {
  return /^(?:picture|graphic|image|photo)$/.test(textAt(value, 'type') ?? '');
}

function spanOf(value: unknown): Span {
  const get = anyCase(value);
  return { embargo: get('embargoed', 'embargoeduntil'), expires: get('expires') };
}

function codeOf(status: string): string {
  return status.toLowerCase().replace(/^.*[:/]/, '');
}
