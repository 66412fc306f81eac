import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openRelatedArchive } from '../../../../src/publisher/desk/related/relatedArchive.ts';
import { archiveOf, keep, listsOf, madeUp, slugs, textOf, told } from './archives.ts';

const others = 50;
const stories = madeUp(1400, 4);
const [last] = stories.slice(-1);
const [middle] = stories.slice(650, 651);
if (last === undefined || middle === undefined) throw new Error('the archive has stories');

describe('an archive that grows', () => {
  it('is the same in whatever order its stories come', () => {
    const other = archiveOf(stories.toReversed());
    expect(textOf(stories, other)).toBe(textOf(stories, archiveOf(stories)));
  });

  it('is after a run a day what it would be had all come at once', () => {
    const archive = openRelatedArchive();
    archive.apply({ changed: stories.slice(0, 960), gone: [] });
    for (let from = 960; from < stories.length; from += 20) {
      archive.apply({ changed: stories.slice(from, from + 20), gone: [] });
    }
    expect(textOf(stories, archive)).toBe(textOf(stories, archiveOf(stories)));
  });

  it('tells how many stories it has taken in, to the last', () => {
    const said: [number, number][] = [];
    const archive = openRelatedArchive();
    archive.apply({ changed: stories, gone: [] }, (done, total) => said.push([done, total]));
    expect(said.length).toBeGreaterThan(50);
    expect(said).toEqual(said.toSorted(([one], [other]) => one - other));
    expect(said.at(-1)).toEqual([stories.length, stories.length]);
  });

  it('says which lists a new story changed, and changes no others', () => {
    const archive = archiveOf(stories.slice(0, -1));
    const before = listsOf(stories, archive);
    const touched = archive.apply({ changed: [last], gone: [] });
    const changed = [...listsOf(stories, archive)]
      .filter(([slug, list]) => String(slugs(list)) !== String(slugs(before.get(slug) ?? [])))
      .map(([slug]) => slug);
    expect(changed.length).toBeGreaterThan(1);
    expect([...touched]).toEqual(expect.arrayContaining(changed));
    expect(touched.size).toBeLessThanOrEqual(others + 1);
  });

  it('rewrites few lists when an old story is rewritten or withdrawn', () => {
    const some = madeUp(1400, 30);
    const archive = archiveOf(some);
    const elsewhere = { ...(some.at(-1) ?? last), slug: 'story-300', at: 20_015 };
    expect(archive.apply({ changed: [elsewhere], gone: [] }).size).toBeLessThanOrEqual(others + 1);
    expect(archive.apply({ changed: [], gone: ['story-300'] }).size).toBeLessThanOrEqual(others);
    expect([...listsOf(some, archive).values()].flatMap(slugs)).not.toContain('story-300');
    expect(archive.relationsOf('story-300')).toEqual([]);
  });

  it('is as it was when a changed story is changed back', () => {
    const archive = archiveOf(stories);
    const before = listsOf(stories, archive);
    archive.apply({ changed: [{ ...last, slug: middle.slug }], gone: [] });
    archive.apply({ changed: [middle], gone: [] });
    const lists = listsOf(stories, archive);
    for (const [slug, list] of before)
      expect(new Set(slugs(lists.get(slug) ?? []))).toEqual(new Set(slugs(list)));
  });

  it('takes back a story that was withdrawn', () => {
    const archive = archiveOf(stories);
    const before = slugs(archive.relationsOf(middle.slug));
    archive.apply({ changed: [], gone: [middle.slug] });
    archive.apply({ changed: [middle], gone: [] });
    expect(new Set(slugs(archive.relationsOf(middle.slug)))).toEqual(new Set(before));
  });

  it('puts no story into more than fifty lists', () => {
    const times = new Map<string, number>();
    for (const list of listsOf(madeUp(1200, 30)).values()) {
      for (const { slug } of list) times.set(slug, (times.get(slug) ?? 0) + 1);
    }
    expect(times.size).toBeGreaterThan(50);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(others);
  });

  it('gives stories of different subjects different lists', () => {
    const seen = new Map<string, number>();
    for (const [slug, list] of listsOf(madeUp(400, 4))) {
      const subject = Math.floor(Number(slug.slice('story-'.length)) / 4);
      const key = String(slugs(list).toSorted());
      expect(seen.get(key) ?? subject, slug).toBe(subject);
      if (key !== '') seen.set(key, subject);
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it('finds what a late story belongs with, before and after its day', () => {
    const archive = archiveOf(stories.filter((one) => one !== middle));
    archive.apply({ changed: [middle], gone: [] });
    const found = slugs(archive.relationsOf(middle.slug));
    expect(found).toEqual(expect.arrayContaining(['story-648', 'story-649', 'story-651']));
  });
});

/** Checksums of segments: to compare their bytes one by one takes a test half a minute. */
function sumsOf(folder: ReadonlyMap<string, Uint8Array>): [string, number][] {
  return [...folder].map(([name, bytes]) => [name, crc32(bytes)]);
}

describe('an archive that is kept from run to run', () => {
  it('opens as it was saved and goes on from there', () => {
    const some = stories.slice(0, 1300);
    const archive = archiveOf(some);
    let folder = keep(new Map(), archive);
    for (let from = 1300; from < 1400; from += 20) {
      const changes = { changed: stories.slice(from, from + 20), gone: [`story-${from - 900}`] };
      const opened = openRelatedArchive(folder);
      expect(opened.apply(changes)).toEqual(archive.apply(changes));
      folder = keep(folder, opened);
    }
    expect(textOf(stories, openRelatedArchive(folder))).toBe(textOf(stories, archive));
  });

  it('learns of a few changed stories what it would of all, whatever changes, comes late or goes', () => {
    // So many of a subject that what a story learnt decides which of them it is compared with.
    const many = madeUp(1400, 100);
    const archive = archiveOf(many.slice(0, 1300));
    let folder = keep(new Map(), archive);
    let other = folder;
    const [moved, back] = [many[650] ?? last, many[900] ?? last];
    for (const changes of [
      { changed: [...many.slice(1300, 1303), { ...moved, slug: 'story-77' }], gone: [] },
      { changed: [{ ...back, slug: 'story-1301' }, moved], gone: ['story-640', 'story-651'] },
      { changed: many.slice(640, 641), gone: ['story-77'] },
      { changed: [...many.slice(1390), ...many.slice(70, 80)], gone: [] },
      { changed: [], gone: ['story-1301', 'story-1302'] },
    ]) {
      const opened = openRelatedArchive(folder);
      expect([...opened.apply(changes)].toSorted()).toEqual([...archive.apply(changes)].toSorted());
      folder = keep(folder, opened);
      other = keep(other, archive);
      expect(sumsOf(folder)).toEqual(sumsOf(other));
    }
  });

  it('keeps nothing anew when nothing changed', () => {
    const archive = archiveOf(stories);
    const folder = keep(new Map(), archive);
    expect(archive.save().changed.size).toBe(0);
    expect(openRelatedArchive(folder).save()).toEqual({ changed: new Map(), gone: [] });
  });

  it('gives the same bytes for the same stories', () => {
    const other = keep(new Map(), archiveOf(stories.toReversed()));
    for (const [name, bytes] of keep(new Map(), archiveOf(stories))) {
      expect(Buffer.compare(bytes, other.get(name) ?? new Uint8Array()), name).toBe(0);
    }
  });

  it('keeps the segments of an archive that lost its stories no longer', () => {
    const archive = archiveOf(stories.slice(0, 100));
    const folder = keep(new Map(), archive);
    archive.apply({ changed: [], gone: stories.map(({ slug }) => slug) });
    const after = keep(folder, archive);
    expect(after.size).toBe(1);
    expect(openRelatedArchive(after).relationsOf('story-1')).toEqual([]);
  });

  it('holds stories with odd slugs, without dates and without words', () => {
    const odd = [told('', ''), told('日本', '!'), told('no-date', 'The moon is rising')];
    const archive = archiveOf(odd);
    expect(listsOf(odd, openRelatedArchive(keep(new Map(), archive)))).toEqual(listsOf(odd));
  });
});
