import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../storage/outcome.ts';
import { ownOf, type Own } from '../../storage/own.ts';
import type { RecordOf, StoreName } from '../../storage/records.ts';
import { useBase } from '../../ui/site.ts';
import { followChanges, recordQuery, someRecordsQuery } from './ownQueries.ts';

/** What the reader keeps on this device in this edition. */
export function useOwn(): Own {
  return ownOf(useBase());
}

/** A record as it is now, in this tab and the others; undefined until storage has answered. */
export function useRecord<Name extends StoreName>(
  name: Name,
  key: string,
): Outcome<RecordOf<Name> | undefined> | undefined {
  const base = useBase();
  followChanges(useQueryClient(), base);
  return useQuery(recordQuery(base, name, key)).data;
}

/** Some records of a store as they are now; none until storage has answered, and where it cannot. */
export function useSomeRecords<Name extends StoreName>(
  name: Name,
  keys: readonly string[],
): readonly RecordOf<Name>[] {
  const base = useBase();
  followChanges(useQueryClient(), base);
  const { data } = useQuery(someRecordsQuery(base, name, keys));
  return data?.ok === true ? data.value : [];
}
