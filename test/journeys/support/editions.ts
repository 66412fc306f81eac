import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pageSchemas, parseDocument, type PageDocument } from '../../../src/model/document.ts';
import type { Front, List } from '../../../src/model/edition.ts';
import type { Brief, FullStory } from '../../../src/model/story.ts';
import { projectFolder } from '../../support/projectFolder.ts';

export type EditionName = 'sample' | 'document';

const published = path.join(projectFolder, 'test/results/editions');

/** Where the journeys' editions are published. */
export const editionFolders: Record<EditionName, string> = {
  sample: path.join(published, 'sample'),
  document: path.join(published, 'document'),
};

/** Environment variables that carry the address each is served at. */
export const editionVariables: Record<EditionName, string> = {
  sample: 'LEDE_SAMPLE',
  document: 'LEDE_DOCUMENT',
};

/** What an edition holds, by address, and the stories that the journeys ask for. */
export interface Edition {
  documents: ReadonlyMap<string, PageDocument>;
  front: Front;
  stories: FullStory[];
  briefs: Brief[];
  lists: List[];
}

const read = new Map<EditionName, Edition>();

/** A published folder as a reader's browser sees it: its data, through the one parser. */
export function readEdition(name: EditionName): Edition {
  const edition = read.get(name) ?? readFolder(editionFolders[name]);
  read.set(name, edition);
  return edition;
}

function readFolder(folder: string): Edition {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const documents = new Map<string, PageDocument>();
  for (const file of files.filter((one) => one.endsWith('.json')).toSorted()) {
    const parsed = parseDocument(
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
      pageSchemas,
    );
    if (!parsed.ok) continue;
    const address = `/${file
      .split(path.sep)
      .join('/')
      .replace(/\.json$/, '')}`;
    documents.set(address === '/index' ? '/' : address, parsed.value);
  }
  const front = documents.get('/');
  if (front?.schema !== 'lede-front/1') throw new Error(`${folder} has no front page`);
  const all = [...documents.values()];
  return {
    documents,
    front,
    stories: all.filter((one): one is FullStory => one.kind === 'story'),
    briefs: all.filter((one): one is Brief => one.kind === 'brief'),
    lists: all.filter((one): one is List => one.schema === 'lede-list/1'),
  };
}

/** The first that fits. @throws when none does: the sample promises one of each */
export function oneOf<Item>(items: readonly Item[], what: string, fits: (item: Item) => boolean) {
  const found = items.find(fits);
  if (found === undefined) throw new Error(`the edition has no ${what}`);
  return found;
}
