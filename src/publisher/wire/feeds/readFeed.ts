import { joinPath } from '../../../model/problem.ts';
import { field } from '../field.ts';
import { boundNotices } from '../boundNotices.ts';
import { mostItems, mostWarnings, tooManyItems } from '../limits.ts';
import { notListed } from '../notListed.ts';
import type { SourceFile, WireResult } from '../wireItem.ts';
import type { FeedReading, Standing } from './feedItem.ts';
import { settleItem } from './settleItem.ts';

/**
 * Reads each item by itself, so that a broken one leaves the others whole. Of too many the first are read, which are the
 * newest, and the file is refused beside them, so that those behind are not taken for gone.
 */
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
  if (values.length > mostItems) {
    const problem = { at: path ?? '', ...tooManyItems(values.length) };
    result.refused.push({ ref: file.name, problems: [problem] });
  }
  const bound = boundNotices(mostWarnings);
  values.slice(0, mostItems).forEach((value, index) => {
    const ref = path === undefined ? file.name : `${file.name} [${index}]`;
    const at = path === undefined ? '' : joinPath(path, index);
    const standing = { ref, file, at, isAlone: path === undefined };
    const reading = read(value, standing);
    if ('problem' in reading) {
      result.refused.push({ ref, problems: [reading.problem] });
      return;
    }
    const warnings = [...(reading.warnings ?? [])];
    const settled = settleItem(reading.item, standing, warnings);
    if ('headline' in settled) result.items.push(settled);
    else result.refused.push({ ref, problems: [settled] });
    result.warnings.push(...bound.take(warnings).map((problem) => ({ ref, problem })));
  });
  for (const { path: _path, ...more } of notListed(bound.more(), [])) {
    result.warnings.push({ ref: file.name, problem: { ...more, at: path ?? '' } });
  }
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
