import type { OwnTransaction } from './ownDatabase.ts';

/**
 * The oldest records of a store go until no more are left than are kept, but for those of saved stories: over their store
 * too the transaction has to be.
 * @param addressOf what a record of a story has for its key, where that is not its slug
 */
export async function trimOldest(
  transaction: OwnTransaction<'readwrite'>,
  name: 'visits' | 'positions' | 'readings',
  atMost: number,
  addressOf = (slug: string): string => slug,
): Promise<void> {
  const store = transaction.objectStore(name);
  let tooMany = (await store.count()) - atMost;
  if (tooMany <= 0) return;
  const saved = await transaction.objectStore('saved').getAllKeys();
  const kept = new Set(saved.map(addressOf));
  for await (const cursor of store.index('byTime')) {
    if (tooMany <= 0) return;
    if (kept.has(cursor.primaryKey)) continue;
    await cursor.delete();
    tooMany -= 1;
  }
}
