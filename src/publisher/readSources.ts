import { join } from 'node:path';
import { systemCode, type Files } from './press/files.ts';
import type { ReadReport } from './report/buildReport.ts';
import type { FoundSource } from './sources.ts';
import { settleTyped } from './fetch/feedItems.ts';
import { field } from './wire/field.ts';
import { fileLimit } from './wire/limits.ts';
import type { SourcePage } from './wire/ownPage.ts';
import type { Refusal, WireResult } from './wire/wireItem.ts';

/** Half of the program, which most runs can do without: what is as it was is not read. */
const loadFormats = once(() => import('./wire/readFile.ts'));

/** A file each asks for them, and an import costs even when nothing is left to load. */
function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () => (loaded ??= load());
}

/** Reads a source file; one that cannot be read is refused. */
export async function readSource(
  files: Files,
  { name, path }: Pick<FoundSource, 'name' | 'path'>,
): Promise<WireResult & { read: ReadReport }> {
  const { readFile } = await loadFormats();
  const start = performance.now();
  const read = await readBytes(files, path, name);
  if (!read.ok) {
    return { items: [], refused: [read.refusal], warnings: [], read: { source: name } };
  }
  const result = readFile({ name, bytes: read.bytes });
  return { ...result, read: toRead(name, result.format, read.bytes, start) };
}

/** What standard input is called in messages. */
const inputName = 'stdin';

/** Reads standard input as one document. */
export async function readTyped(
  readInput: (limit: number) => Promise<Uint8Array>,
): Promise<WireResult & { read: ReadReport }> {
  const { readFile } = await loadFormats();
  const bytes = await readInput(fileLimit);
  const start = performance.now();
  const result = readFile({ name: inputName, bytes });
  const read = toRead(inputName, result.format, bytes, start);
  return { ...result, items: settleTyped(result.items, inputName), read };
}

function toRead(
  source: string,
  format: string | undefined,
  { length: bytes }: Uint8Array,
  start: number,
): ReadReport {
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return { source, ...field('format', format), bytes, ms };
}

interface ReadPages {
  /** `ref` is the page as named in lede.json. */
  pages: (SourcePage & { ref: string })[];
  refused: Refusal[];
  warnings: WireResult['warnings'];
}

/** Reads the publisher's own pages, named as in lede.json and relative to its folder. */
export async function readOwnPages(
  files: Files,
  folder: string,
  names: readonly string[],
): Promise<ReadPages> {
  const all: ReadPages = { pages: [], refused: [], warnings: [] };
  if (names.length === 0) return all;
  const { readOwnPage } = await import('./wire/ownPage.ts');
  for (const [index, name] of names.entries()) {
    const read = await readBytes(files, join(folder, name), name);
    if (read.ok) {
      const page = readOwnPage({ name, bytes: read.bytes });
      if (page.ok) {
        all.pages.push({ ...page.value, ref: name });
        all.warnings.push(...page.warnings.map((problem) => ({ ref: name, problem })));
      } else all.refused.push({ ref: name, problems: page.problems });
    } else all.refused.push(unreadPage(read.refusal, index));
  }
  return all;
}

/** Told where the page is named, as it is there that it has to be mended. */
function unreadPage({ ref, problems }: Refusal, index: number): Refusal {
  const mend = 'write the path of a Markdown file, relative to lede.json, or remove this entry';
  return {
    ref: 'lede.json',
    problems: problems.map(({ code, message }) => {
      return { code, at: `pages[${index}]`, message: `${ref}: ${message}`, mend };
    }),
  };
}

type Read = { ok: true; bytes: Uint8Array } | { ok: false; refusal: Refusal };

async function readBytes(files: Files, path: string, ref: string): Promise<Read> {
  const refuse = (code: string, message: string): Read => {
    return { ok: false, refusal: { ref, problems: [{ code, at: '', message }] } };
  };
  try {
    const { size } = await files.stat(path);
    // Known before it is read, so that no giant is ever in memory.
    if (size > fileLimit) {
      return refuse('file-too-large', `expected at most ${fileLimit / 1024 / 1024} MiB`);
    }
    return { ok: true, bytes: await files.readFile(path) };
  } catch (error) {
    switch (systemCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return refuse('missing-file', 'there is no such file');
      case 'EACCES':
      case 'EPERM':
        return refuse('unreadable-file', 'the file may not be read');
      case 'EISDIR':
        return refuse('unreadable-file', 'expected a file, got a folder');
      default:
        throw error;
    }
  }
}
