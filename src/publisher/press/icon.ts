import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { iconFiles } from '../../model/icon.ts';
import type { Notice } from '../wire/wireItem.ts';
import type { Files } from './files.ts';
import { recipeVersion } from './recipeVersion.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/**
 * Makes the edition's icons from the picture that lede.json names; without one the reader's own are shown.
 *
 * @param folder that of lede.json, absolute
 * @param cacheFolder where pictures are kept; absent: it is only looked at whether they can be made
 * @returns the path of the smallest, inside the edition
 */
export async function pressIcon(
  files: Files,
  folder: string,
  icon: string | undefined,
  cacheFolder: string | undefined,
): Promise<{ src?: string; warnings: Notice[] }> {
  if (icon === undefined) return { warnings: [] };
  const warn = (code: string, message: string, mend: string): { warnings: Notice[] } => {
    return { warnings: [{ ref: 'lede.json', problem: { code, at: 'icon', message, mend } }] };
  };
  const source = await readIfThere(files, join(folder, icon));
  if (source === undefined) {
    const mend = 'write the path of a picture, relative to lede.json, or remove "icon"';
    return warn('missing-picture', `there is no icon ${icon}`, mend);
  }
  const hash = createHash('sha256').update(`lede icons ${recipeVersion}\n`).update(source);
  const src = `media/${hash.digest('hex').slice(0, 16)}-192.png`;
  const placeOf = (path: string): string => join(cacheFolder ?? '', basename(path));
  const here =
    cacheFolder === undefined
      ? [undefined]
      : await Promise.all(iconFiles(src).map(({ path }) => readIfThere(files, placeOf(path))));
  if (here.includes(undefined)) {
    // The library that reads pictures takes a while to load.
    const { makeIcons } = await import('./iconRecipe.ts');
    const made = await makeIcons(source, src);
    if (!made.ok) {
      const message = `the icon ${icon} cannot be used: ${made.reason}`;
      return warn('bad-picture', message, 'name a PNG, JPEG or SVG picture, best a square one');
    }
    if (cacheFolder === undefined) return { warnings: [] };
    for (const { icon: one, bytes } of made.icons) {
      await replaceFile(files, placeOf(one.path), bytes);
    }
  }
  return { src, warnings: [] };
}
