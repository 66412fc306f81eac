import { dropLooseCopies } from './saved.ts';
import type { Own } from './own.ts';

/** What a lock is called while which copies without a line may be put back. */
const nameOf = ({ database }: Own): string => `${database.name} copies`;

/** Where the browser has none, as on a page without encryption, each tab goes by what it does itself. */
const findLocks = (): LockManager | undefined =>
  'locks' in navigator ? navigator.locks : undefined;

/**
 * Keeps every tab from removing the copies of stories that are not saved any more: this one may put them back. It ends
 * with the tab, also with one that is closed or crashes.
 * @returns how to end it before
 */
export async function holdLooseCopies(own: Own): Promise<() => Promise<void>> {
  const locks = findLocks();
  const nothing = async (): Promise<void> => undefined;
  if (locks === undefined) return nothing;
  return new Promise((resolve) => {
    const held = locks.request(nameOf(own), { mode: 'shared' }, async () => {
      await new Promise<void>((end) => {
        resolve(async () => {
          end();
          await held;
        });
      });
    });
    held.catch(() => resolve(nothing));
  });
}

/** Removes them, unless a tab holds on to them. */
export async function clearLooseCopies(own: Own): Promise<void> {
  const locks = findLocks();
  if (locks === undefined) {
    await dropLooseCopies(own);
    return;
  }
  await locks.request(nameOf(own), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await dropLooseCopies(own);
  });
}
