import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSync } from 'vite';

/** A source file with the modules it names, each as it is written there. */
export interface SourceFile {
  /** From the project's folder, with slashes: `src/model/slug.ts`. */
  path: string;
  text: string;
  imports: string[];
}

/**
 * Every TypeScript and JavaScript file below the folders, read and parsed.
 * @param root absolute path of the project
 * @throws when a file cannot be parsed: an import that nobody saw would be worse
 */
export async function readSourceFiles(root: string, folders: string[]): Promise<SourceFile[]> {
  const lists = await Promise.all(folders.map((folder) => listFiles(root, folder)));
  const paths = lists.flat().filter((file) => /\.(ts|tsx|mts|mjs|js)$/.test(file));
  return Promise.all(
    paths.map(async (file) => {
      const text = await readFile(path.join(root, file), 'utf8');
      return { path: file, text, imports: importsOf(file, text) };
    }),
  );
}

/** The modules a file names in `import`, `export … from` and `import()`. */
export function importsOf(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
  );
  return [...module.staticImports.map((one) => one.moduleRequest.value), ...exported, ...dynamic];
}

/** Where an import leads inside the project; undefined for a package. */
export function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/^(src\/sample|test\/(samples|results))\//.test(file))
    .toSorted();
}
