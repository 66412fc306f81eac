import { joinPath, type Problem } from '../../model/problem.ts';
import { anyCase } from './feeds/anyCase.ts';
import { findPartsHold } from './feeds/findPartsHold.ts';
import { recordOf, recordsOf, textAt, textOf, type JsonRecord } from './feeds/jsonValue.ts';
import type { WireItem } from './wireItem.ts';

/** An item that another one is associated with, under the name it has there. */
export interface Association {
  name: string;
  record: JsonRecord;
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
 * The associated items that may go out whenever the story may, and what is said of the others.
 * @param at path of the story
 */
export function openAssociations(
  story: unknown,
  at: string,
): { associations: Association[]; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const span = spanOf(story);
  const associations = named(anyCase(story)('associations')).filter(({ path, record }) => {
    const status = textOf(anyCase(record)('pubstatus'));
    const isClosed = withheldOf(status) !== undefined || codeOf(status ?? '') === 'draft';
    const hold = isClosed ? `is "${status?.slice(0, 40)}"` : findPartsHold(spanOf(record), span);
    if (hold === undefined) return true;
    const message = `left out: what the story is associated with here ${hold}`;
    warnings.push({ code: 'held-association', at: joinPath(at, 'associations', path), message });
    return false;
  });
  return { associations, warnings };
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

function spanOf(value: unknown): { embargo: unknown; expires: unknown } {
  const get = anyCase(value);
  return { embargo: get('embargoed', 'embargoeduntil'), expires: get('expires') };
}

function codeOf(status: string): string {
  return status.toLowerCase().replace(/^.*[:/]/, '');
}
