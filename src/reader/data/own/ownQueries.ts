import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../storage/outcome.ts';
import { allRecords, getRecord, ownOf, type Records } from '../../storage/own.ts';
import type { RecordOf, StoreName } from '../../storage/records.ts';

// Storage tells of its changes, so what was read stays right until then.
const rules = { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 };

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
    ...rules,
  });
}

const followed = new WeakSet<QueryClient>();

/** From now on what this or another tab changes in storage is read anew where it is shown. */
export function followChanges(client: QueryClient, base: string): void {
  if (followed.has(client)) return;
  followed.add(client);
  ownOf(base).changes.listen((store) => {
    void client.invalidateQueries({ queryKey: ['own', base, store] });
  });
}
