import { storyAddress } from '../../../model/address.ts';
import type { HeldPage } from '../../../model/workerMessages.ts';
import { allRecords, ownOf } from '../../storage/own.ts';

/** The reader's saved stories, which open without the worker; none where storage does not answer. Latest first. */
export async function savedPages(base: string): Promise<HeldPage[]> {
  const saved = await allRecords(ownOf(base), 'saved');
  if (!saved.ok) return [];
  return saved.value.records
    .toSorted((one, other) => other.savedAt - one.savedAt)
    .map(({ slug, headline }) => ({
      ...{ address: storyAddress(slug), title: headline, isWhole: true },
    }));
}
