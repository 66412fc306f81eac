import type { Entry } from '../../../../src/publisher/desk/related/entry.ts';
import {
  openRelatedArchive,
  type RelatedArchive,
  type Relation,
} from '../../../../src/publisher/desk/related/relatedArchive.ts';
import { signatureOf, type Told } from '../../../../src/publisher/desk/related/signature.ts';

export function told(slug: string, headline: string, more: Partial<Told> = {}): Entry {
  return signatureOf({ slug, headline, body: [], people: [], places: [], tags: [], ...more });
}

/** An archive that took all stories at once. */
export function archiveOf(stories: readonly Entry[]): RelatedArchive {
  const archive = openRelatedArchive();
  archive.apply({ changed: stories, gone: [] });
  return archive;
}

export function listsOf(
  stories: readonly Entry[],
  archive: RelatedArchive = archiveOf(stories),
): Map<string, readonly Relation[]> {
  return new Map(stories.map(({ slug }) => [slug, archive.relationsOf(slug)]));
}

/** All lists as one text, which is compared in a thousandth of the time that maps of lists take. */
export function textOf(stories: readonly Entry[], archive: RelatedArchive): string {
  return [...listsOf(stories, archive)]
    .map(([slug, list]) => `${slug}: ${JSON.stringify(list)}`)
    .join('\n');
}

export const slugs = (list: readonly Relation[]): string[] => list.map(({ slug }) => slug);

const day = 20_000;

/** `count` stories about `per` a subject, one subject after the other, a few words of each their own, twenty a day. */
export function madeUp(count: number, per: number): Entry[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = Math.floor(at / per);
    const words = [1, 2, 3, 4].map((n) => `s${subject.toString(36)}x${n}`);
    const own = [1, 2, 3].map((n) => `o${((at * 7919 + n * 104_729) % 5000).toString(36)}y`);
    return told(`story-${at}`, [...words, ...own, 'and', 'the'].join(' '), { at: day + at / 20 });
  });
}

/** What an archive keeps, put together over several runs as a folder of files would be. */
export function keep(
  folder: ReadonlyMap<string, Uint8Array>,
  archive: RelatedArchive,
): Map<string, Uint8Array> {
  const { changed, gone } = archive.save();
  const kept = new Map([...folder, ...changed]);
  for (const name of gone) kept.delete(name);
  return kept;
}
