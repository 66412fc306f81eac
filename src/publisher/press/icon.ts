import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Notice } from '../wire/wireItem.ts';
import type { Files } from './files.ts';
import { recipeVersion } from './recipeVersion.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/** Width and height of an icon; phones ask for up to 192 on their home screens. */
const iconSize = 192;

/**
 * Makes the edition's icon from the picture that lede.json names; without one the reader's own is shown.
 *
 * @param folder that of lede.json, absolute
 * @param cacheFolder where pictures are kept; absent: none is made
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
  if (cacheFolder === undefined) return { warnings: [] };
  const hash = createHash('sha256').update(`lede icon ${recipeVersion}\n`).update(source);
  const name = `${hash.digest('hex').slice(0, 16)}-${iconSize}.png`;
  if ((await readIfThere(files, join(cacheFolder, name))) === undefined) {
    // The library that reads pictures takes a while to load.
    const { makeIcon } = await import('./pictureRecipe.ts');
    const made = await makeIcon(source, iconSize);
    if (!made.ok) {
      const message = `the icon ${icon} cannot be used: ${made.reason}`;
      return warn('bad-picture', message, 'name a PNG, JPEG or SVG picture, best a square one');
    }
    await replaceFile(files, join(cacheFolder, name), made.bytes);
  }
  return { src: `media/${name}`, warnings: [] };
}
