import { writeFileSync, mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { buildReport } from '../../../src/publisher/report/buildReport.ts';
import { reportPage } from '../../../src/publisher/report/reportPage.ts';
import { nothing, richReport } from './reported.ts';
test('x', () => {
  mkdirSync('/tmp/rep', { recursive: true });
  const rich = richReport();
  const light = (html: string) => html;
  writeFileSync('/tmp/rep/rich.html', light(reportPage(rich)));
  writeFileSync('/tmp/rep/empty.html', reportPage(buildReport(nothing)));
});
