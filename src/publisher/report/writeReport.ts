import { join } from 'node:path';
import type { Files } from '../press/files.ts';
import { present } from '../desk/present.ts';
import { overwriteFile } from '../press/replaceFile.ts';
import { buildReport, type ReportInput } from './buildReport.ts';
import type { Report } from './report.ts';
import { reportPage } from './reportPage.ts';

/** The report of a run, ready but for what the run itself came to. */
export interface PreparedReport {
  /**
   * Writes it, in place of that of the run before.
   * @param stateFolder the folder of what the publisher remembers
   * @param written files of the edition written; undefined when nothing was published
   * @param asPage the page is wanted too; else one of an earlier run goes, as it tells of that run
   * @returns absolute path of the page, or of report.json without one
   */
  write: (
    files: Files,
    stateFolder: string,
    written: number | undefined,
    asPage: boolean,
  ) => Promise<string>;
}

/** Puts together what a run has to tell: for an archive that takes as long as printing a few pages. */
export function prepareReport(input: ReportInput): PreparedReport {
  const report = buildReport(input);
  const lists = [toLines('sources', report.sources), toLines('related', report.related)];
  return {
    async write(files, stateFolder, written, asPage) {
      Object.assign(report.totals, present({ written }));
      const data = join(stateFolder, 'report.json');
      const page = join(stateFolder, 'report.html');
      // Nothing depends on it, and the next run writes it anew. Times differ in each, so that nothing is compared.
      await overwriteFile(files, data, reportText(report, lists), false);
      if (asPage) await overwriteFile(files, page, reportPage(report), false);
      else await files.rm(page, { force: true });
      return asPage ? page : data;
    },
  };
}

/** A line for each, so that tools for text find their way in it too. */
function toLines(name: string, list: readonly unknown[]): string {
  return `"${name}":[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
}

/** @param lists the sources and what is related, a line each */
function reportText(
  { sources: _sources, related: _related, ...rest }: Report,
  lists: readonly string[],
): string {
  const head = JSON.stringify(rest, undefined, 1).slice(0, -2);
  return `${[head, ...lists].join(',\n')}\n}\n`;
}
