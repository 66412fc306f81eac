import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { projectFolder } from '../support/projectFolder.ts';
import { targetOf } from '../support/sourceFiles.ts';

/** Packages that only the formats of sources need, half of the publisher's program. */
const heavy = ['parse5', 'yaml', 'mdast-util-from-markdown', 'mdast-util-gfm'];

it.each(['runPublish', 'runCheck'])(
  '%s reads no parser of foreign formats before there is a source to read',
  async (command) => {
    const { files, packages } = await loadedBy(`src/publisher/cli/${command}.ts`);
    expect(files).toContain('src/publisher/edit.ts');
    expect(heavy.filter((name) => packages.has(name))).toEqual([]);
  },
);

it('the formats of sources do read them', async () => {
  const { packages } = await loadedBy('src/publisher/wire/readFile.ts');
  expect(heavy.filter((name) => !packages.has(name))).toEqual([]);
});

/** What a module cannot start without: what it imports, types and late imports left out, and what that imports. */
async function loadedBy(start: string): Promise<{ files: string[]; packages: Set<string> }> {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files) {
    const text = await readFile(path.join(projectFolder, file), 'utf8');
    const { staticImports, staticExports } = parseSync(file, text).module;
    const imported = staticImports.filter(
      ({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType),
    );
    const exported = staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null || isType ? [] : [moduleRequest.value],
      ),
    );
    for (const name of [...imported.map((one) => one.moduleRequest.value), ...exported]) {
      const target = targetOf(file, name);
      if (target === undefined) packages.add(name);
      else if (/\.tsx?$/.test(target)) files.add(target);
    }
  }
  return { files: [...files], packages };
}
