import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import type { OwnSchema, Step } from './steps.ts';

/**
 * Opens a database at its newest form. An older one is brought there one step at a time, each in a transaction of its
 * own, so that whoever is interrupted goes on from the last step that was done.
 * @throws DOMException what the browser says, `VersionError` when a newer form is there
 */
export async function openInSteps(
  name: string,
  steps: readonly Step[],
  callbacks: Pick<OpenDBCallbacks<OwnSchema>, 'blocked' | 'blocking' | 'terminated'>,
): Promise<IDBPDatabase<OwnSchema>> {
  const newest = steps.length;
  let from = newest;
  const openAt = (version: number): Promise<IDBPDatabase<OwnSchema>> =>
    openDB<OwnSchema>(name, version, {
      ...callbacks,
      upgrade: (database, oldVersion, _, change) => {
        from = oldVersion;
        // What became of it the opening itself says.
        change.done.catch(() => undefined);
        // A new database takes all steps at once: there is nothing in it to be lost.
        const todo = oldVersion === 0 ? steps : steps.slice(oldVersion, version);
        if (oldVersion !== 0 && todo.length > 1) change.abort();
        else void take(todo, database, change);
      },
    });
  try {
    return await openAt(newest);
  } catch (error) {
    if (from === 0 || from >= newest - 1) throw error;
    for (let version = from + 1; version < newest; version += 1) (await openAt(version)).close();
    return await openAt(newest);
  }
}

/** A step that fails takes back what it has done. */
async function take(todo: readonly Step[], ...[database, change]: Parameters<Step>): Promise<void> {
  try {
    for (const step of todo) await step(database, change);
  } catch {
    change.abort();
  }
}
