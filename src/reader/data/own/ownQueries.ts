import {
  keepPreviousData,
  queryOptions,
  type Query,
  type QueryClient,
} from '@tanstack/react-query';
import type { Outcome } from '../../storage/outcome.ts';
import { allRecords, getRecord, ownOf, someRecords, type Records } from '../../storage/own.ts';
import type { RecordOf, StoreName } from '../../storage/records.ts';

// Storage tells of its changes, so what was read stays right until then. Every story that was opened has one: not kept for
// longer than it takes to go on to the next and back.
const rules = { staleTime: Number.POSITIVE_INFINITY, gcTime: 10_000 };

/** One of the reader's own records; storage's failures arrive as values. */
export function recordQuery<Name extends StoreName>(base: string, name: Name, key: string) {
  return queryOptions({
    queryKey: ['own', base, name, key],
    queryFn: (): Promise<Outcome<RecordOf<Name> | undefined>> => getRecord(ownOf(base), name, key),
    ...rules,
  });
}

/** All records of one of the reader's stores. */
export function recordsQuery<Name extends Exclude<StoreName, 'copies'>>(base: string, name: Name) {
  return queryOptions({
    queryKey: ['own', base, name],
    queryFn: (): Promise<Outcome<Records<Name>>> => allRecords(ownOf(base), name),
    // Thousands of records are not compared one by one with what they were.
    structuralSharing: false,
    ...rules,
  });
}

/** Some records of one of the reader's stores by their keys; those that are not there are left out. */
export function someRecordsQuery<Name extends StoreName>(
  base: string,
  name: Name,
  keys: readonly string[],
) {
  return queryOptions({
    queryKey: ['own', base, name, keys],
    queryFn: (): Promise<Outcome<RecordOf<Name>[]>> => someRecords(ownOf(base), name, keys),
    // The next page's take the place of this one's when they are there.
    placeholderData: keepPreviousData,
    ...rules,
  });
}

const followed = new WeakSet<QueryClient>();

/** From now on what this or another tab changes in storage is read anew where it is shown. */
export function followChanges(client: QueryClient, base: string): void {
  if (followed.has(client)) return;
  followed.add(client);
  ownOf(base).changes.listen((store, keys) => {
    const all = ['own', base, store];
    // Where few records changed a list follows by itself, see useRecords.
    const isRead = ({ queryKey }: Query): boolean =>
      keys === undefined || queryKey.length > all.length;
    void client.invalidateQueries({ queryKey: all, predicate: isRead });
  });
}
