import { Changes } from './changes.ts';
import type { Outcome } from './outcome.ts';
import { OwnDatabase } from './ownDatabase.ts';
import { keyOf, parseRecord, type RecordOf, type StoreName } from './records.ts';

/** What a reader keeps on this device, and word of its changes to and from other tabs. */
export interface Own {
  database: OwnDatabase;
  changes: Changes;
}

const known = new Map<string, Own>();

/** The reader's own things in the edition under this base; the same object each time. */
export function ownOf(base: string): Own {
  const own = known.get(base) ?? createOwn(new OwnDatabase(base));
  known.set(base, own);
  return own;
}

export function createOwn(database: OwnDatabase): Own {
  return { database, changes: new Changes(database.name) };
}

/** One record. A damaged one stays where it is and counts as not there. */
export async function getRecord<Name extends StoreName>(
  { database }: Own,
  name: Name,
  key: string,
): Promise<Outcome<RecordOf<Name> | undefined>> {
  const got = await database.run([name], 'readonly', (transaction) =>
    transaction.objectStore(name).get(key),
  );
  return got.ok ? { ok: true, value: parseRecord(name, got.value) } : got;
}

/** Some records of a store by their keys; those that are not there, or damaged, are left out. */
export async function someRecords<Name extends StoreName>(
  { database }: Own,
  name: Name,
  keys: readonly string[],
): Promise<Outcome<RecordOf<Name>[]>> {
  const got = await database.run([name], 'readonly', (transaction) =>
    Promise.all(keys.map((key) => transaction.objectStore(name).get(key))),
  );
  return got.ok
    ? { ok: true, value: got.value.flatMap((one) => parseRecord(name, one) ?? []) }
    : got;
}

export interface Records<Name extends StoreName> {
  records: RecordOf<Name>[];
  /** Records that are there and cannot be read. */
  damaged: number;
}

/** All records of a store, in the order of their keys. Not for copies: their pictures may fill the memory. */
export async function allRecords<Name extends Exclude<StoreName, 'copies'>>(
  { database }: Own,
  name: Name,
): Promise<Outcome<Records<Name>>> {
  const got = await database.run([name], 'readonly', (transaction) =>
    transaction.objectStore(name).getAll(),
  );
  if (!got.ok) return got;
  const records = got.value.flatMap((value) => parseRecord(name, value) ?? []);
  return { ok: true, value: { records, damaged: got.value.length - records.length } };
}

/** Puts records into a store, all or none. */
export async function putRecords<Name extends StoreName>(
  { database, changes }: Own,
  name: Name,
  records: readonly RecordOf<Name>[],
): Promise<Outcome<void>> {
  const put = await database.run([name], 'readwrite', async (transaction) => {
    const store = transaction.objectStore(name);
    for (const record of records) await store.put(record);
  });
  if (put.ok)
    changes.announce(
      name,
      records.map((record) => keyOf(name, record)),
    );
  return put;
}
