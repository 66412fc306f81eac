import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from '../commandLine.ts';

let line: CommandLine;
beforeEach(async () => {
  line = await openCommandLine();
});
afterEach(() => line.close());

it('takes nothing over from another program, and a new package.json is none', async () => {
  const publish = async (): Promise<string> =>
    (await line.lede('publish stories --out dist --now 2025-12-17T06:00:00Z')).out;
  await line.put('program/assets/pages-abc.js', '');
  await line.put('program/thread.js', 'import("./assets/pages-abc.js")');
  expect(await publish()).not.toContain('another Lede');
  await line.put('package.json', '{"version":"1.2.4"}');
  expect(await publish()).not.toContain('another Lede');
  await line.put('program/assets/pages-abd.js', '');
  expect(await publish()).toContain('another Lede');
  await line.put('program/thread.js', 'import("./assets/pages-abd.js")');
  expect(await publish()).toContain('another Lede');
});
