import type { Bonds } from './bonds.ts';
import { dayOf, languageOf, rawUnit, termKinds, type Entry, type TermKind } from './entry.ts';
import { startLaid } from './laid.ts';
import { learnFrom } from './learn.ts';
import { warmUp, weighRarity } from './rarity.ts';
import { unit } from './shelf.ts';
import type { Shelves } from './shelves.ts';

import { isSameText } from './sketch.ts';
import type { TermIndex } from './termIndex.ts';
import { heaviest } from './vectors.ts';
import { leastAlike, rankOf, weigh, type Pair } from './weigh.ts';

/** How many stories tell what else a story is about, and how like it they must be. */
const teachers = 8;
const teachable = 0.1;
/** How many stories one story is compared with in full. */
const compared = 32;

const wordKind = termKinds.indexOf('words');
const languageKind = termKinds.indexOf('language');

export interface Engine {
  shelves: Shelves;
  index: TermIndex;
  bonds: Bonds;
}

/**
 * Takes stories in, day by day from the oldest: weighs the words of each by how rare the stories of its language have
 * them (those that every Welsh story has are rare in an English archive), finds the stories most like it, learns words from them, and binds it to those that are alike with what each learnt.
 *
 * A headline is too short to be found by its own words, so a story also learns words from the stories most like it
 * (`quake` learns `tremor`). It learns from its own day and what came before, never from what comes after, and rarity is
 * counted the same way; and what a story is understood by stays as it is until the story changes. So stories that come
 * day after day leave the archive as it would be had they come all at once, and an old one that changes leaves the others
 * as they are understood.
 * @param entries oldest first
 * @param progress told after each day how many are done
 * @returns their places
 */
export function takeIn(
  engine: Engine,
  entries: readonly Entry[],
  progress?: (done: number) => void,
): number[] {
  const { shelves, index } = engine;
  index.learn(termsOf(entries));
  let counted = 0;
  const countTo = (upTo: number): void => {
    for (; counted < upTo; counted += 1) {
      for (const term of entries[counted]?.terms ?? []) index.table.count(term, 1);
    }
  };
  const before =
    shelves.stories() - entries.filter(({ slug }) => shelves.placeOf(slug) !== undefined).length;
  const taken: number[] = [];
  for (let from = 0; from < entries.length;) {
    const day = dayOf(entries[from]?.at ?? Number.NaN);
    let to = from + 1;
    while (to < entries.length && dayOf(entries[to]?.at ?? Number.NaN) === day) to += 1;
    countTo(Math.max(to, Math.min(entries.length, warmUp - before)));
    const places = entries.slice(from, to).map((entry) => put(engine, entry, before + counted));
    for (const place of places) index.add(place);
    for (const place of places) {
      const near = index.find(place, false, teachers, false);
      learnFrom(
        shelves,
        place,
        near.filter(({ score }) => score >= teachable),
      );
    }
    for (const place of places) meet(engine, place);
    taken.push(...places);
    from = to;
    progress?.(to);
  }
  return taken;
}

function* termsOf(entries: readonly Entry[]): Generator<number> {
  for (const { terms } of entries) yield* terms;
}

function put({ shelves, index: { table } }: Engine, entry: Entry, stories: number): number {
  const alike = table.countOf(languageOf(entry));
  const weights = Float64Array.from(entry.terms, (term, at) => {
    const kind = entry.kinds[at] ?? 0;
    if (kind === languageKind) return 0;
    const among = kind === wordKind ? alike : stories;
    return (entry.raws[at] ?? 0) * weighRarity(table.countOf(term), among);
  });
  const chosen = heaviest(weights, weights.length);
  return shelves.put(entry, chosen.order, chosen.weights);
}

const [ownLaid, learntLaid, saidLaid] = [startLaid(), startLaid(), startLaid()];

/** Compares a story in full with those that share most with what it learnt, and binds it to the ones that belong with it. */
function meet({ shelves, index, bonds }: Engine, place: number): void {
  const { table } = index;
  let isFiled = false;
  const own = shelves.span(place, false);
  const alike = table.countOf(languageIn(own));
  const rarest = weighRarity(1, alike);
  for (let term = own.from; term < own.to; term += 2) {
    const [name, packed] = [own.pool[term] ?? 0, own.pool[term + 1] ?? 0];
    const kind = packed & 255;
    ownLaid.add(name, packed >>> 16);
    if (kind === wordKind) {
      // Squared, so that many common words say less than one rare one.
      const rarity = rarest === 0 ? 0 : (weighRarity(table.countOf(name), alike) / rarest) ** 2;
      saidLaid.add(name, (rarity * ((packed >>> 8) & 255)) / rawUnit);
    } else if (kind !== languageKind) isFiled = true;
  }
  shelves.each(place, true, learntLaid.add);
  const at = shelves.atOf(place);
  for (const { place: other } of index.find(place, true, compared, true)) {
    const learnt = shelves.span(other, true);
    let likeness = 0;
    for (let term = learnt.from; term < learnt.to; term += 2) {
      likeness += learntLaid.weightOf(learnt.pool[term] ?? 0) * (learnt.pool[term + 1] ?? 0);
    }
    likeness /= unit * unit;
    // Without a person, place or tag in common there is nothing that could still bind them.
    if (likeness < leastAlike && !isFiled) continue;
    const { shared, said } = sharedBy(shelves.span(other, false));
    const days = Math.abs(at - shelves.atOf(other));
    const bond = weigh(
      { likeness, shared, said, stories: alike },
      Number.isNaN(days) ? undefined : days,
    );
    if (bond === undefined || isCopy(shelves, place, other, likeness)) continue;
    bonds.offer(place, other, rankOf(bond));
    bonds.offer(other, place, rankOf(bond));
  }
  ownLaid.clear();
  learntLaid.clear();
  saidLaid.clear();
}

/** The term that stands for a story's language, among its own: it weighs nothing and so is one of the last. */
function languageIn({ pool, from, to }: ReturnType<Shelves['span']>): number {
  for (let at = to - 2; at >= from; at -= 2) {
    if (((pool[at + 1] ?? 0) & 255) === languageKind) return pool[at] ?? 0;
  }
  return 0;
}

/** What of the cosine of the story laid out and another one comes from each kind of term, and how much their words say. */
function sharedBy({ pool, from, to }: ReturnType<Shelves['span']>): Pick<Pair, 'shared' | 'said'> {
  const shared: Record<TermKind, number> = { words: 0, people: 0, places: 0, tags: 0, language: 0 };
  let said = 0;
  for (let at = from; at < to; at += 2) {
    const [term, packed] = [pool[at] ?? 0, pool[at + 1] ?? 0];
    const weight = ownLaid.weightOf(term);
    if (weight === 0) continue;
    shared[termKinds[packed & 255] ?? 'words'] += weight * (packed >>> 16);
    said += saidLaid.weightOf(term);
  }
  for (const kind of termKinds) shared[kind] /= unit * unit;
  return { shared, said };
}

/** Copies share nearly all their words, so only what is very like is looked at. */
function isCopy(shelves: Shelves, place: number, other: number, likeness: number): boolean {
  return likeness > 0.7 && isSameText(shelves.sketchOf(place), shelves.sketchOf(other));
}
