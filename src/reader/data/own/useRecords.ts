import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../storage/outcome.ts';
import { currentRecords } from '../../storage/currentRecords.ts';
import { ownOf, type Records } from '../../storage/own.ts';
import { keyOf, type StoreName } from '../../storage/records.ts';
import { useBase } from '../../ui/site.ts';
import { followChanges, recordsQuery } from './ownQueries.ts';

type ListName = Exclude<StoreName, 'copies'>;

/** All records of a store as they are now; undefined until storage has answered. */
export function useRecords<Name extends ListName>(name: Name): Outcome<Records<Name>> | undefined {
  const base = useBase();
  const client = useQueryClient();
  followChanges(client, base);
  followList(client, base, name);
  return useQuery(recordsQuery(base, name)).data;
}

/** More changes than this are not looked at one by one. */
const few = 100;

const followed = new WeakMap<QueryClient, Set<ListName>>();

/** From now on a list has what becomes of single records of it: thousands are not read anew because of one. */
function followList(client: QueryClient, base: string, name: ListName): void {
  const names = followed.get(client) ?? new Set();
  followed.set(client, names);
  if (names.has(name)) return;
  names.add(name);
  ownOf(base).changes.listen((store, keys) => {
    if (store === name && keys !== undefined) void renew(client, base, name, keys);
  });
}

async function renew(
  client: QueryClient,
  base: string,
  name: ListName,
  keys: readonly string[],
): Promise<void> {
  const { queryKey } = recordsQuery(base, name);
  if (client.getQueryState(queryKey) === undefined) return;
  const current = keys.length > few ? undefined : await currentRecords(ownOf(base), name, keys);
  const list = client.getQueryData<Outcome<Records<ListName>>>(queryKey);
  // What is being read, or is to be read anew, may be of the time before; what is damaged is counted only by looking
  // through all of them.
  const isSure =
    client.isFetching({ queryKey, exact: true }) === 0 &&
    client.getQueryState(queryKey)?.isInvalidated !== true;
  if (current === undefined || list?.ok !== true || !isSure) {
    await client.invalidateQueries({ queryKey, exact: true });
    return;
  }
  const { records, damaged } = list.value;
  const others = records.filter((record) => !current.has(keyOf(name, record)));
  const here = [...current.values()].filter((record) => record !== undefined);
  const value: Records<ListName> = { records: [...others, ...here], damaged };
  const next: Outcome<Records<ListName>> = { ok: true, value };
  client.setQueryData(queryKey, next);
}
