import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { recordKeys, type StoreName } from './records.ts';

/** Records are `unknown` until parseRecord has read them: another version, or a damaged disk, may have written them. */
interface Loose {
  key: string;
  value: object;
  indexes: { byTime: number };
}
export interface OwnSchema extends DBSchema, Record<StoreName, Loose> {}

export type Step = (
  database: IDBPDatabase<OwnSchema>,
  change: IDBPTransaction<OwnSchema, StoreName[], 'versionchange'>,
) => void | Promise<void>;

/**
 * The forms the reader's own things have had, each as the step from the one before; the version is their count. A step
 * runs in one transaction: interrupted, it has not happened. Never change a step that was published, add one.
 */
export const steps: readonly Step[] = [
  (database) => {
    const make = (name: StoreName) =>
      database.createObjectStore(name, { keyPath: recordKeys[name] });
    make('saved').createIndex('byTime', 'savedAt');
    make('copies');
    make('visits').createIndex('byTime', 'at');
    make('positions').createIndex('byTime', 'at');
    make('readings').createIndex('byTime', 'now.at');
    make('settings');
  },
];
