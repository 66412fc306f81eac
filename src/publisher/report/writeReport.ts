import { join } from 'node:path';
import type { Files } from '../press/files.ts';
import { replaceFile } from '../press/replaceFile.ts';
import { buildReport, type ReportInput } from './buildReport.ts';
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
  await replaceFile(files, data, `${JSON.stringify(report, undefined, 1)}\n`);
  if (asPage) await replaceFile(files, page, reportPage(report));
  else await files.rm(page, { force: true });
  return asPage ? page : data;
}
