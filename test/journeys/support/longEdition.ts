import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/projectFolder.ts';
import { editionFolders } from './editions.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');
/** Two full pages of a list and a remainder, which the sample is too short for. */
const stories = 45;

/** Publishes an edition whose section World has three pages. @returns its folder */
export async function publishLongEdition(): Promise<string> {
  const folder = path.join(path.dirname(editionFolders.sample), 'long');
  const sources = path.join(folder, '..', 'long-sources');
  const memory = path.join(folder, '..', '.lede', 'long');
  for (const old of [folder, sources, memory]) await rm(old, { recursive: true, force: true });
  await mkdir(sources, { recursive: true });
  const articles = Array.from({ length: stories }, (_, index) => ({
    headline: `Dispatch number ${index + 1}`,
    published: new Date(Date.UTC(2025, 10, 1 + (index % 28), 8, index)).toISOString(),
    section: 'World',
    body: [`What the dispatch of number ${index + 1} says.`],
  }));
  await writeFile(path.join(sources, 'dispatches.json'), JSON.stringify(articles));
  const now = ['--now', '2025-12-17T06:00:00Z'];
  await promisify(execFile)(process.execPath, [lede, 'publish', sources, '--out', folder, ...now]);
  return folder;
}
