import type { Own } from './own.ts';
import { parseRecord, type RecordOf, type StoreName } from './records.ts';

/**
 * What some records of a store are now, by their keys: undefined for one that is not there.
 * @returns undefined where storage cannot tell, or one of them is damaged
 */
export async function currentRecords<Name extends StoreName>(
  { database }: Own,
  name: Name,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordOf<Name> | undefined> | undefined> {
  const got = await database.run([name], 'readonly', (transaction) =>
    Promise.all(keys.map((key) => transaction.objectStore(name).get(key))),
  );
  if (!got.ok) return undefined;
  const parsed = got.value.map((value) => parseRecord(name, value));
  const isDamaged = parsed.some(
    (one, index) => one === undefined && got.value[index] !== undefined,
  );
  return isDamaged ? undefined : new Map(keys.map((key, index) => [key, parsed[index]]));
}
