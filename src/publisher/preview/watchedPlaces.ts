import { dirname, join, resolve } from 'node:path';
import { parseConfig } from '../config.ts';
import type { Files } from '../press/files.ts';
import { isFeedAddress } from '../sources/feedAddress.ts';
import { isPattern, splitPattern } from '../sources/pattern.ts';

/**
 * What a preview of these sources watches, absolute: folders with everything in them, pictures too; of a single file,
 * the file, the `lede.json` beside it and the pages that are named there.
 */
export async function findWatchedPlaces(
  files: Files,
  cwd: string,
  sources: readonly string[],
): Promise<string[]> {
  const places: string[] = [];
  for (const source of sources.filter((one) => one !== '-' && !isFeedAddress(one))) {
    const path = resolve(cwd, source);
    const stats = await files.stat(path).catch(() => undefined);
    if (stats?.isDirectory() === true) places.push(path);
    else if (stats === undefined && isPattern(source)) {
      places.push(resolve(cwd, splitPattern(source).folder));
    } else places.push(path, ...(await findConfigPlaces(files, dirname(path))));
  }
  if (places.length === 0) places.push(...(await findConfigPlaces(files, cwd)));
  return [...new Set(places)];
}

async function findConfigPlaces(files: Files, folder: string): Promise<string[]> {
  const path = join(folder, 'lede.json');
  const text = await files.readFile(path, 'utf8').catch(() => '');
  const config = parseConfig(text, 'lede.json');
  return [path, ...(config.ok ? config.value.pages.map((page) => join(folder, page)) : [])];
}
