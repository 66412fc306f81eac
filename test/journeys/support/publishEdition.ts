import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/projectFolder.ts';
import { editionFolders } from './editions.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');

/**
 * Publishes an edition beside the sample, anew each time.
 * @param sources what each file of it says, by the file's name
 * @returns its folder
 */
export async function publishEdition(
  name: string,
  sources: Record<string, unknown>,
): Promise<string> {
  const folder = path.join(path.dirname(editionFolders.sample), name);
  const from = path.join(folder, '..', `${name}-sources`);
  const memory = path.join(folder, '..', '.lede', name);
  for (const old of [folder, from, memory]) await rm(old, { recursive: true, force: true });
  await mkdir(from, { recursive: true });
  for (const [file, said] of Object.entries(sources)) {
    await writeFile(path.join(from, file), JSON.stringify(said));
  }
  const now = ['--now', '2025-12-17T06:00:00Z'];
  await promisify(execFile)(process.execPath, [lede, 'publish', from, '--out', folder, ...now]);
  return folder;
}
