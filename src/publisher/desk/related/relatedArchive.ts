import { openBonds, type Bonds } from './bonds.ts';
import { byAge, type Entry } from './entry.ts';
import { listOf, type Relation } from './lists.ts';
import { warmUp } from './rarity.ts';
import { keepSegments, readSegments, type Kept } from './segments.ts';
import { startSeriesShelf, type SeriesShelf } from './seriesShelf.ts';
import { openShelves } from './shelves.ts';
import { isSameText } from './sketch.ts';
import { takeIn, type Engine } from './takeIn.ts';
import { openTermIndex } from './termIndex.ts';

export type { Relation } from './lists.ts';
export { DamagedArchive } from './segments.ts';

export interface RelatedArchive {
  /**
   * Takes in new and changed stories and lets go of removed ones. The order of the arguments does not show.
   * @param progress told now and then how many of all that have to be taken in are done
   * @returns the slugs of all stories whose list may have changed: for one story, itself and at most 50 others
   */
  apply: (
    changes: { changed: readonly Entry[]; gone: readonly string[] },
    progress?: Progress,
  ) => ReadonlySet<string>;
  /** The related stories of a story, best first, none where nothing is sure; at most six unless more are asked for. */
  relationsOf: (slug: string, most?: number) => readonly Relation[];
  /** Whether two stories are copies of one text; a story that is not here is nobody's copy. */
  areCopies: (one: string, other: string) => boolean;
  /** Segments by name: those whose bytes changed since the archive was opened or last saved, and names no longer wanted. */
  save: () => { changed: ReadonlyMap<string, Uint8Array>; gone: readonly string[] };
}

type Progress = (done: number, total: number) => void;

const listLength = 6;
/** More changed stories than this have so many terms that all may as well be known. */
const few = 8;

interface State extends Engine {
  series: SeriesShelf;
}

/**
 * The related stories of an archive, kept from one run to the next; README.md says how.
 * @param saved segments as `save` gave them
 * @param areWhole their bytes were checked already: an archive has a hundred megabytes of them, and twice is once too often
 * @throws DamagedArchive when they are not whole or of another version: start anew, with every story
 */
export function openRelatedArchive(
  saved?: ReadonlyMap<string, Uint8Array>,
  areWhole = false,
): RelatedArchive {
  const kept = readSegments(saved, areWhole);
  const segments = keepSegments(kept);
  let state = open(kept);

  const relationsOf = (slug: string, most: number = listLength): Relation[] => {
    const { shelves, bonds, series } = state;
    const place = shelves.placeOf(slug);
    return place === undefined ? [] : listOf(shelves, bonds, series, place, most);
  };

  /** A small archive does not know its words yet: it is built anew with every change, and the lists compared. */
  function applyAnew(
    changed: readonly Entry[],
    without: ReadonlySet<string>,
    progress: Progress | undefined,
  ): Set<string> {
    const { shelves } = state;
    const before = new Map(shelves.slugs().map((slug) => [slug, listText(relationsOf(slug))]));
    const stay = shelves.slugs().flatMap((slug) => {
      const place = shelves.placeOf(slug);
      return place === undefined || without.has(slug) ? [] : [shelves.entryOf(place)];
    });
    state = open({ shelves: [], pages: [] });
    take(state, [...stay, ...changed].toSorted(byAge), progress);
    state.bonds.touched();
    segments.soilAll();
    const touched = new Set<string>();
    for (const slug of state.shelves.slugs()) {
      if (without.has(slug)) {
        touched.add(slug);
        continue;
      }
      const list = relationsOf(slug);
      const isAbout = list.some((one) => without.has(one.slug));
      if (isAbout || listText(list) !== before.get(slug)) touched.add(slug);
    }
    return touched;
  }

  function applyToKnown(
    changed: readonly Entry[],
    without: ReadonlySet<string>,
    progress: Progress | undefined,
  ): Set<string> {
    const { shelves, index, series, bonds } = state;
    const leaving = new Set([...without].flatMap((slug) => shelves.placeOf(slug) ?? []));
    const touched = new Set<number>();
    const touch = (place: number): void => {
      touched.add(place);
      for (const one of Object.values(series.around(place))) touched.add(one);
    };
    for (const place of leaving) touch(place);
    bonds.drop(leaving);
    if (changed.length > few) index.learnAll();
    for (const place of leaving) {
      index.forget(place);
      series.remove(place);
      segments.soil(place, true);
    }
    const stay = new Set(changed.map(({ slug }) => slug));
    for (const place of leaving) if (!stay.has(shelves.slugOf(place))) shelves.take(place);
    for (const place of take(state, changed, progress)) {
      segments.soil(place, true);
      touch(place);
    }
    for (const place of bonds.touched()) {
      segments.soil(place, false);
      touched.add(place);
    }
    return new Set(
      [...touched].filter((place) => shelves.isHere(place)).map((place) => shelves.slugOf(place)),
    );
  }

  return {
    apply({ changed, gone }, progress) {
      const bySlug = new Map(changed.map((one) => [one.slug, one]));
      const without = new Set([...bySlug.keys(), ...gone]);
      const entries = [...bySlug.values()].toSorted(byAge);
      const isSmall = state.shelves.stories() < warmUp;
      const applied = isSmall ? applyAnew : applyToKnown;
      return applied(entries, without, progress);
    },
    relationsOf,
    areCopies(one, other) {
      const { shelves } = state;
      const [a, b] = [shelves.placeOf(one), shelves.placeOf(other)];
      return (
        a !== undefined && b !== undefined && isSameText(shelves.sketchOf(a), shelves.sketchOf(b))
      );
    },
    save: () => segments.save(state.shelves, state.bonds),
  };
}

function open(kept: Pick<Kept, 'shelves' | 'pages'>): State {
  const shelves = openShelves(kept.shelves);
  const series = startSeriesShelf(shelves);
  const bonds: Bonds = openBonds(kept.pages, (place, one, other) => {
    const at = shelves.atOf(place);
    const [near, far] = [one, other].map((each) => Math.abs(shelves.atOf(each) - at));
    const isTie = near === far || Number.isNaN(near) || Number.isNaN(far);
    return isTie ? shelves.slugOf(one) < shelves.slugOf(other) : (near ?? 0) < (far ?? 0);
  });
  for (const place of shelves.all()) series.add(place);
  return { shelves, index: openTermIndex(shelves), series, bonds };
}

function take(state: State, entries: readonly Entry[], progress: Progress | undefined): number[] {
  const places = takeIn(state, entries, (done) => progress?.(done, entries.length));
  for (const place of places) state.series.add(place);
  return places;
}

/** A score alone may move without anything to see. */
function listText(list: readonly Relation[]): string {
  return list.map(({ slug, reason = '' }) => `${slug} ${reason}`).join('\n');
}
