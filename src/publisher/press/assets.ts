import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import type { Files } from './files.ts';
import { restOf, splitSheets, withoutMarks, type Sheet } from './sheets.ts';
import { fillWorker } from './workerShell.ts';

/** The built reader, ready for one edition. */
export interface ReaderBuild {
  /** Paths of the first scripts inside the edition, what the entry needs before it: `assets/main-abc.js`. */
  scripts: string[];
  /** The stylesheet in its parts, their addresses under the edition's base. */
  sheets: Sheet[];
  /** Path of the file with all parts that not every page needs, among `files`. */
  restOfSheets?: string;
  /** What is published as it is: scripts, styles of parts that come later, fonts, icons. Paths inside the edition. */
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
    imports: v.optional(v.array(v.string())),
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
  const first = firstChunks(manifest);
  const styles = new Set(first.flatMap(({ css = [] }) => css));
  const scripts = first.map(({ file }) => file);
  const build: ReaderBuild = { scripts, sheets: [], files: [] };
  let style = '';
  for (const path of await listFiles(files, folder)) {
    // Pages carry the style; index.html is only the build's way in.
    if (path === 'index.html' || path.startsWith('.vite/')) continue;
    const bytes = await files.readFile(join(folder, path));
    if (styles.has(path)) style += rebase(bytes, base);
    else if (path.endsWith('.css')) {
      build.files.push({ path, bytes: Buffer.from(withoutMarks(rebase(bytes, base))) });
    } else {
      const isText = /\.(?:js|webmanifest)$/.test(path);
      build.files.push({ path, bytes: isText ? Buffer.from(rebase(bytes, base)) : bytes });
    }
  }
  build.sheets = splitSheets(style);
  const rest = restOf(build.sheets);
  if (rest !== undefined) {
    build.restOfSheets = rest.path;
    build.files.push(rest);
  }
  fillWorker(build.files, new Set(scripts));
  return build;
}

/** The entry and all it imports at once, what is imported first. */
function firstChunks(manifest: v.InferOutput<typeof manifestSchema>) {
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry === true);
  if (entry === undefined) throw new Error('the reader was built without an entry');
  const names = new Set<string>();
  const collect = (name: string): void => {
    for (const before of manifest[name]?.imports ?? []) {
      if (!names.has(before)) collect(before);
    }
    names.add(name);
  };
  collect(entry);
  return [...names].flatMap((name) => manifest[name] ?? []);
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
