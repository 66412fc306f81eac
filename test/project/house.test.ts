import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../support/projectFolder.ts';
import { readSourceFiles } from '../support/sourceFiles.ts';

const read = (file: string): Promise<string> => readFile(path.join(projectFolder, file), 'utf8');

/** Ways to turn text into markup that may run. */
const markup =
  /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write\b|setHTMLUnsafe/;

it.each(['<p dangerouslySetInnerHTML={x} />', 'root.innerHTML = text', 'document.write(text)'])(
  'knows markup made from text when it sees it: %s',
  (text) => {
    expect(text).toMatch(markup);
  },
);

it('turns no text into markup anywhere', async () => {
  const files = await readSourceFiles(projectFolder, ['src', 'test']);
  expect(files.length).toBeGreaterThan(50);
  const found = files.filter(({ text }) => markup.test(text)).map((file) => file.path);
  // This file names them in order to find them.
  expect(found).toEqual(['test/project/house.test.ts']);
});

it('has every folder of src on the map', async () => {
  const map = await read('src/README.md');
  const files = await readSourceFiles(projectFolder, ['src']);
  const folders = files.flatMap((file) => {
    const parts = file.path.split('/').slice(1, -1);
    return parts.length === 0 ? [] : [`${parts.slice(0, 2).at(-1)}/`];
  });
  expect(new Set(folders).size).toBeGreaterThan(8);
  expect([...new Set(folders)].filter((folder) => !map.includes(folder))).toEqual([]);
});

it('locks packages without the address of a registry', async () => {
  const lock = await read('package-lock.json');
  expect(lock).toContain('"integrity"');
  expect(lock).not.toContain('"resolved"');
  expect(await read('.npmrc')).not.toContain('registry=');
});

it('pins every package to one version', async () => {
  const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('keeps to the agreed places at the top', async () => {
  const agreed = new Set([
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html'],
    ...['src', 'public', 'test', 'README.md', 'LICENSE'],
    // Made by the commands, kept out of the repository.
    ...['node_modules', 'build', 'dist', 'coverage'],
  ]);
  const names = await readdir(projectFolder);
  expect(names.filter((name) => !name.startsWith('.') && !agreed.has(name))).toEqual([]);
});
