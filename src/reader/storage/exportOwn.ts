import type { Outcome } from './outcome.ts';
import { getRecord, allRecords, type Own } from './own.ts';
import { headerLine, plainStores, toLine, type Line } from './ownFile.ts';

/** Everything the reader keeps, as one file, and how many records could not be read and are not in it. */
export interface Exported {
  file: Blob;
  left: number;
}

/** @param site name of the site, for who finds the file */
export async function exportOwn(own: Own, site: string): Promise<Outcome<Exported>> {
  let left = 0;
  const parts: Blob[] = [new Blob([headerLine(site)])];
  for (const store of plainStores) {
    const all = await allRecords(own, store);
    if (!all.ok) return all;
    left += all.value.damaged;
    parts.push(new Blob(all.value.records.map((record) => toLine({ store, record } as Line))));
  }
  const saved = await allRecords(own, 'saved');
  if (!saved.ok) return saved;
  left += saved.value.damaged;
  for (const record of saved.value.records) {
    const copy = await getRecord(own, 'copies', record.slug);
    if (!copy.ok) return copy;
    if (copy.value === undefined) left += 1;
    // One at a time, each handed to the browser at once: it may put it on the disk.
    else parts.push(new Blob([toLine({ store: 'saved', record, copy: copy.value })]));
  }
  return { ok: true, value: { file: new Blob(parts, { type: 'application/x-ndjson' }), left } };
}
