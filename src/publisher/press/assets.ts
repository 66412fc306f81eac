import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import type { Files } from './files.ts';

/** The built reader, ready for one edition. */
export interface ReaderBuild {
  /** Path of the entry script inside the edition: `assets/main-abc.js`. */
  script: string;
  /** Text of the stylesheet, its addresses under the edition's base. */
  style: string;
  /** What is published as it is: scripts, fonts, icons. Paths inside the edition. */
  files: { path: string; bytes: Uint8Array }[];
}

/** What the reader's build wrote in the place of the base path, see vite.config.ts. */
const basePlaceholder = '/__BASE__/';

/** Source: https://vite.dev/guide/backend-integration (the manifest). */
const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    isEntry: v.optional(v.boolean()),
    css: v.optional(v.array(v.string())),
  }),
);

/**
 * Reads the reader as `vite build` left it in `folder` and moves it under the base path of an edition.
 *
 * @throws when there is no build: the `lede` command is made together with it
 */
export async function readReaderBuild(
  files: Files,
  folder: string,
  base: string,
): Promise<ReaderBuild> {
  const manifestText = await files.readFile(join(folder, '.vite', 'manifest.json'), 'utf8');
  const manifest = v.parse(manifestSchema, JSON.parse(manifestText));
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry === true);
  if (entry === undefined) throw new Error('the reader was built without an entry');
  const styles = new Set(
    Object.values(manifest).flatMap(({ file, css = [] }) => [
      ...css,
      ...(file.endsWith('.css') ? [file] : []),
    ]),
  );
  const build: ReaderBuild = { script: entry.file, style: '', files: [] };
  for (const path of await listFiles(files, folder)) {
    // Every page carries the style; index.html is only the build's way in.
    if (path === 'index.html' || path.startsWith('.vite/')) continue;
    const bytes = await files.readFile(join(folder, path));
    if (styles.has(path)) build.style += rebase(bytes, base);
    else {
      const isText = path.endsWith('.js') || path.endsWith('.webmanifest');
      build.files.push({ path, bytes: isText ? Buffer.from(rebase(bytes, base)) : bytes });
    }
  }
  return build;
}

function rebase(bytes: Buffer, base: string): string {
  // An apostrophe is the one character of a normalised URL path that could end a string or url() in the text.
  const safe = base.replaceAll("'", '%27');
  return bytes.toString().replaceAll(basePlaceholder, () => safe);
}

async function listFiles(files: Files, folder: string): Promise<string[]> {
  const entries = await files.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
