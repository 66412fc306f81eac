import { joinPath, type Problem } from '../../model/problem.ts';
import { anyCase } from './feeds/anyCase.ts';
import { findPartsHold, spanOfPicture, type PictureSpan } from './feeds/findPartsHold.ts';
import { recordOf, recordsOf, textAt, textOf, type JsonRecord } from './feeds/jsonValue.ts';
import type { WireItem } from './wireItem.ts';

/** An item that another one is associated with, under the name it has there. */
export interface Association {
  name: string;
  record: JsonRecord;
  /** Of a picture. */
  span?: PictureSpan;
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

/**
 * The associated items that may go out whenever the story may, or at the times that they bring; the others, and what is
 * said of these.
 * @param at path of the story
 * @param published when the story is from
 */
export function openAssociations(
  story: unknown,
  at: string,
  published: unknown,
): { associations: Association[]; held: JsonRecord[]; warnings: Problem[] } {
  const held: JsonRecord[] = [];
  const warnings: Problem[] = [];
  const span = spanOf(story);
  const associations = named(anyCase(story)('associations')).flatMap((one): Association[] => {
    const { path, record } = one;
    const status = textOf(anyCase(record)('pubstatus'));
    const isClosed = withheldOf(status) !== undefined || codeOf(status ?? '') === 'draft';
    const own = isPicture(record)
      ? spanOfPicture(spanOf(record), span, published)
      : (findPartsHold(spanOf(record), span) ?? {});
    const hold = isClosed ? `is "${status?.slice(0, 40)}"` : own;
    if (typeof hold !== 'string') return [{ ...one, span: hold }];
    const message = `left out: what the story is associated with here ${hold}`;
    warnings.push({ code: 'held-association', at: joinPath(at, 'associations', path), message });
    held.push(record);
    return [];
  });
  return { associations, held, warnings };
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

function spanOf(value: unknown): { embargo: unknown; expires: unknown } {
  const get = anyCase(value);
  return { embargo: get('embargoed', 'embargoeduntil'), expires: get('expires') };
}

function codeOf(status: string): string {
  return status.toLowerCase().replace(/^.*[:/]/, '');
}
