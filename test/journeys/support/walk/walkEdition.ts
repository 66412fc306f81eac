import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../../support/projectFolder.ts';
import { editionFolders } from '../editions.ts';
import { builtLede, type ReaderVersion } from './readerVersions.ts';

/** Releases of a small edition, and the reader each is published with. */
const releases = { first: 'v1', second: 'v2', third: 'v3' } as const satisfies Record<
  string,
  ReaderVersion
>;
export type Release = keyof typeof releases;

interface Article {
  slug: string;
  headline: string;
  related?: string[];
  picture?: { src: string; alt: string };
}

/** The lead comes first; `ferry` and `quarry` are related to nothing. */
const articles: readonly Article[] = [
  {
    slug: 'lantern',
    headline: 'The lantern on the hill is lit again',
    related: ['beacon', 'harbour'],
    picture: { src: 'pictures/moon.svg', alt: 'The Moon over a hill.' },
  },
  { slug: 'beacon', headline: 'A beacon for the northern road', related: ['lantern'] },
  { slug: 'harbour', headline: 'Harbour dues fall', related: ['lantern'] },
  { slug: 'ferry', headline: 'Two more ferries each day', related: [] },
  { slug: 'quarry', headline: 'Old quarry becomes a lake', related: [] },
];

/** What the second release changes and adds; the third is the second with another reader. */
export const changed = { slug: 'beacon', headline: 'The beacon will not be built' };
export const added = { slug: 'tunnel', headline: 'A tunnel under the northern road' };

/** The story that leads, one that is related to it, and one that is not. */
export const stories = { lead: 'lantern', near: 'beacon', far: 'ferry' };

/** A sentence that only one story of one release says. */
const markOf = (slug: string, release: 'first' | 'second'): string =>
  `These words are ${slug}'s, of the ${release} release.`;

/** Publishes a release of the small edition. @param parent folder in which it, and what the publisher remembers, lie */
async function publishRelease(parent: string, release: Release): Promise<string> {
  const folder = path.join(parent, release);
  const sources = path.join(parent, `${release}-sources`);
  await mkdir(sources, { recursive: true });
  await cp(
    path.join(projectFolder, 'src/sample/pictures/moon.svg'),
    path.join(sources, 'pictures/moon.svg'),
  );
  const isFirst = release === 'first';
  const written: readonly Article[] = isFirst
    ? articles
    : [...articles.map((one) => (one.slug === changed.slug ? { ...one, ...changed } : one)), added];
  for (const article of written) {
    const isNew = !isFirst && [changed.slug, added.slug].includes(article.slug);
    await put(sources, `${article.slug}.json`, {
      ...article,
      section: 'World',
      published: `2025-12-16T0${written.indexOf(article)}:00:00+00:00`,
      body: [
        `What is known about ${article.slug}.`,
        markOf(article.slug, isNew ? 'second' : 'first'),
        'Lines that make the story as long as stories are. '.repeat(12),
        `So ends ${article.slug}.`,
      ],
    });
  }
  await put(sources, 'lede.json', { name: 'Lede', lead: stories.lead, sections: ['World'] });
  const hour = 6 + Object.keys(releases).indexOf(release);
  const now = ['--now', `2025-12-17T0${hour}:00:00Z`];
  const command = [await builtLede(releases[release]), 'publish', sources, '--out', folder, ...now];
  await promisify(execFile)(process.execPath, command);
  return folder;
}

/** Publishes these releases in a folder of their own. @param name of it */
export async function publishReleases<Name extends Release>(
  name: string,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const parent = path.join(path.dirname(editionFolders.sample), name);
  await rm(parent, { recursive: true, force: true });
  const folders = await Promise.all(
    names.map(async (one) => [one, await publishRelease(parent, one)] as const),
  );
  return Object.fromEntries(folders) as Record<Name, string>;
}

async function put(folder: string, name: string, content: object): Promise<void> {
  await writeFile(path.join(folder, name), JSON.stringify(content));
}
