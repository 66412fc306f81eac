import type { Outcome } from './outcome.ts';
import { getRecord, allRecords, type Own } from './own.ts';
import { headerLine, plainStores, toLine, type Line } from './ownFile.ts';

/** Everything the reader keeps, as one file. Records that cannot be read are not in it. @param site its name */
export async function exportOwn(own: Own, site: string): Promise<Outcome<Blob>> {
  const parts: Blob[] = [new Blob([headerLine(site)])];
  for (const store of plainStores) {
    const all = await allRecords(own, store);
    if (!all.ok) return all;
    parts.push(new Blob(all.value.records.map((record) => toLine({ store, record } as Line))));
  }
  const saved = await allRecords(own, 'saved');
  if (!saved.ok) return saved;
  for (const record of saved.value.records) {
    const copy = await getRecord(own, 'copies', record.slug);
    if (!copy.ok) return copy;
    // One at a time, each handed to the browser at once: it may put it on the disk.
    if (copy.value !== undefined) {
      parts.push(new Blob([toLine({ store: 'saved', record, copy: copy.value })]));
    }
  }
  return { ok: true, value: new Blob(parts, { type: 'application/x-ndjson' }) };
}
