import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/projectFolder.ts';
import { editionFolders } from './editions.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');
const sources = path.join(projectFolder, 'src/sample');
const changedFile = 'leap-second.json';
/** Of this one a single word of the text becomes another of the same length. */
const retypedFile = 'bronze-gears.json';
const retyping = ['was 223.', 'was 224.'] as const;

/** What the next release of the sample brings. */
export const nextRelease = {
  changed: { slug: 'leap-second', headline: 'Clocks will stop waiting for the Earth by 2035' },
  added: { slug: 'second-edition', headline: 'A story that only the second edition has' },
};

/**
 * The sample's next release, published over a copy of the first so that nothing else changes: one headline altered, one
 * number in a text, and one story added. @param name of the folder it is published in
 */
export async function publishNextRelease(name: string): Promise<string> {
  const folder = path.join(path.dirname(editionFolders.sample), name);
  const copied = path.join(folder, '..', `${name}-sources`);
  const memory = (edition: string): string => path.join(folder, '..', '.lede', edition);
  for (const old of [folder, copied, memory(name)]) await rm(old, { recursive: true, force: true });
  await cp(editionFolders.sample, folder, { recursive: true });
  await mkdir(path.dirname(memory(name)), { recursive: true });
  await cp(memory('sample'), memory(name), { recursive: true });
  await cp(sources, copied, { recursive: true });
  const file = path.join(copied, changedFile);
  const article = JSON.parse(await readFile(file, 'utf8')) as object;
  const { changed, added } = nextRelease;
  await writeFile(file, JSON.stringify({ ...article, headline: changed.headline }));
  const retyped = path.join(copied, retypedFile);
  const text = await readFile(retyped, 'utf8');
  if (!text.includes(retyping[0])) throw new Error(`${retypedFile} does not say ${retyping[0]}`);
  await writeFile(retyped, text.replace(...retyping));
  await writeFile(
    path.join(copied, `${added.slug}.json`),
    JSON.stringify({
      headline: added.headline,
      published: '2025-12-17T06:30:00+00:00',
      section: 'World',
      body: ['It was not there before.'],
    }),
  );
  const now = ['--now', '2025-12-17T07:00:00Z'];
  await promisify(execFile)(process.execPath, [lede, 'publish', copied, '--out', folder, ...now]);
  return folder;
}
