import { join } from 'node:path';
import type { Files } from '../press/files.ts';
import { overwriteFile } from '../press/replaceFile.ts';
import { buildReport, type ReportInput } from './buildReport.ts';
import type { Report } from './report.ts';
import { reportPage } from './reportPage.ts';

/**
 * Writes the report of a run, in place of the one before, into the folder of what the publisher remembers.
 * @param asPage the page is wanted too; else one of an earlier run goes, as it tells of that run
 * @returns absolute path of the page, or of report.json without one
 */
export async function writeReport(
  files: Files,
  stateFolder: string,
  input: ReportInput,
  asPage: boolean,
): Promise<string> {
  const report = buildReport(input);
  const data = join(stateFolder, 'report.json');
  const page = join(stateFolder, 'report.html');
  // Nothing depends on it, and the next run writes it anew. Times differ in each, so that nothing is compared.
  await overwriteFile(files, data, reportText(report), false);
  if (asPage) await overwriteFile(files, page, reportPage(report), false);
  else await files.rm(page, { force: true });
  return asPage ? page : data;
}

/** A line for each source and each story, so that tools for text find their way in it too. */
function reportText({ sources, related, ...rest }: Report): string {
  const lines = (name: string, list: readonly unknown[]): string =>
    `"${name}":[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  const head = JSON.stringify(rest, undefined, 1).slice(0, -2);
  return `${head},\n${lines('sources', sources)},\n${lines('related', related)}\n}\n`;
}
