import { storyAddress } from '../../model/address.ts';
import type { Outcome } from './outcome.ts';
import type { Own } from './own.ts';
import { keyOf, type StoreName } from './records.ts';

/** What tells of the reader's reading: which stories, where in them, what they said. */
const traces = ['visits', 'positions', 'readings'] as const satisfies StoreName[];
/** Records taken out, as they lay in storage. */
export type Traces = Record<(typeof traces)[number], object[]>;

/** Forgets some stories, or all of them and every place, and gives back what was, for putting it back. */
export async function forget(
  { database, changes }: Own,
  slugs: readonly string[] | 'all',
): Promise<Outcome<Traces>> {
  const outcome = await database.run([...traces], 'readwrite', async (transaction) => {
    const taken: Traces = { visits: [], positions: [], readings: [] };
    for (const name of traces) {
      const store = transaction.objectStore(name);
      if (slugs === 'all') {
        taken[name] = await store.getAll();
        await store.clear();
        continue;
      }
      for (const key of keysOf(name, slugs)) {
        const record = await store.get(key);
        if (record !== undefined) taken[name].push(record);
        await store.delete(key);
      }
    }
    return taken;
  });
  if (outcome.ok) {
    for (const name of traces) {
      changes.announce(name, slugs === 'all' ? undefined : keysOf(name, slugs));
    }
  }
  return outcome;
}

function keysOf(name: (typeof traces)[number], slugs: readonly string[]): readonly string[] {
  return name === 'positions' ? slugs.map(storyAddress) : slugs;
}

/** Puts back what was forgotten, but for what has been written anew meanwhile. */
export async function remember({ database, changes }: Own, taken: Traces): Promise<Outcome<void>> {
  const outcome = await database.run([...traces], 'readwrite', async (transaction) => {
    for (const name of traces) {
      const store = transaction.objectStore(name);
      for (const record of taken[name]) {
        if ((await store.getKey(keyOf(name, record))) === undefined) await store.put(record);
      }
    }
  });
  if (outcome.ok) {
    for (const name of traces) {
      changes.announce(
        name,
        taken[name].map((record) => keyOf(name, record)),
      );
    }
  }
  return outcome;
}

/** Records of a kind that are looked at to tell how large all are. */
const sampled = 100;

/**
 * How many stories were opened, and about how many bytes the traces take: of many records of a kind as often as much as
 * the first hundred. What a browser adds around a record is not ours to know.
 */
export async function weighTraces({
  database,
}: Own): Promise<Outcome<{ stories: number; bytes: number }>> {
  return database.run([...traces], 'readonly', async (transaction) => {
    let bytes = 0;
    for (const name of traces) {
      const store = transaction.objectStore(name);
      const some = await store.getAll(undefined, sampled);
      if (some.length === 0) continue;
      bytes += (JSON.stringify(some).length * (await store.count())) / some.length;
    }
    return { stories: await transaction.objectStore('visits').count(), bytes: Math.round(bytes) };
  });
}
