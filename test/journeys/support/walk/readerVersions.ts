import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../../support/projectFolder.ts';

/** Versions of the reader: the one that was built, and the same under other names, as after two more builds. */
export type ReaderVersion = 'v1' | 'v2' | 'v3';

const build = path.join(projectFolder, 'build');
const copies = path.join(projectFolder, 'test/results/builds');
const made = new Map<ReaderVersion, Promise<string>>();

/** The `lede` command that publishes with this version of the reader. @returns its file */
export function builtLede(version: ReaderVersion): Promise<string> {
  const lede = made.get(version) ?? makeVersion(version);
  made.set(version, lede);
  return lede;
}

/** A build whose scripts and styles have other contents and so other names. */
async function makeVersion(version: ReaderVersion): Promise<string> {
  if (version === 'v1') return path.join(build, 'publisher/lede.js');
  const home = path.join(copies, `${version}-${process.pid}`);
  const copy = path.join(home, 'build');
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  // The command looks for it two folders above its own.
  await cp(path.join(projectFolder, 'package.json'), path.join(home, 'package.json'));
  await cp(build, copy, { recursive: true });
  const assets = path.join(copy, 'reader/assets');
  const names = (await readdir(assets)).filter((name) => /\.(?:js|css)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace('.', `-${version}.`)]));
  for (const folder of [assets, path.join(copy, 'reader/.vite'), path.join(copy, 'publisher')]) {
    for (const file of (await readdir(folder)).filter((name) => /\.(?:js|css|json)$/.test(name))) {
      const text = await readFile(path.join(folder, file), 'utf8');
      const other = text.replace(/[\w-]+\.(?:js|css)\b/g, (name) => renamed.get(name) ?? name);
      const mark = folder === assets ? `\n/* ${version} */\n` : '';
      await writeFile(path.join(folder, file), other + mark);
    }
  }
  for (const [name, other] of renamed) {
    await rename(path.join(assets, name), path.join(assets, other));
  }
  return path.join(copy, 'publisher/lede.js');
}
