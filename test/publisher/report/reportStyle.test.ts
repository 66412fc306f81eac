import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportStyle } from '../../../src/publisher/report/reportStyle.ts';
import { projectFolder } from '../../support/projectFolder.ts';

test("the report has the reader's colours, light and dark", async () => {
  const tokens = await readFile(path.join(projectFolder, 'src/reader/ui/tokens.css'), 'utf8');
  for (const name of ['paper', 'wash', 'ink', 'ink-2', 'ink-3', 'rule', 'edge', 'accent']) {
    const colours = (css: string): (string | undefined)[] =>
      [...css.matchAll(new RegExp(`--${name}: (#\\w+)`, 'g'))]
        .slice(0, 2)
        .map(([, colour]) => colour);
    expect(colours(tokens)).toHaveLength(2);
    expect(colours(reportStyle)).toEqual(colours(tokens));
  }
});

test('the report has no side of the page in its style that another script would turn around', () => {
  expect(reportStyle).not.toMatch(/\b(left|right|margin-top|padding-bottom)\b/);
});
