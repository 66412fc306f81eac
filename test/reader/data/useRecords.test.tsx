import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { recordsQuery } from '../../../src/reader/data/own/ownQueries.ts';
import { useRecords } from '../../../src/reader/data/own/useRecords.ts';
import { createOwn, ownOf } from '../../../src/reader/storage/own.ts';
import { OwnDatabase } from '../../../src/reader/storage/ownDatabase.ts';
import { putSavedBack, removeSaved, saveStory } from '../../../src/reader/storage/saved.ts';
import { SiteProvider } from '../../../src/reader/ui/site.ts';
import { site, storyOf } from '../app/edition.ts';

let editions = 0;
const moon = storyOf('moon', 'The Moon is leaving us', []);
const tides = storyOf('tides', 'The tides are late', []);
const save = (own: ReturnType<typeof ownOf>, story: typeof moon) =>
  saveStory(own, { story, pictures: [], missing: 0, at: 1 });

function List() {
  const saved = useRecords('saved');
  if (saved?.ok !== true) return null;
  const { records, damaged } = saved.value;
  return (
    <p>{`${records
      .map(({ slug }) => slug)
      .toSorted()
      .join()} ${damaged}`}</p>
  );
}

/** A reader with two saved stories who looks at the list. */
async function open() {
  const base = `/records-${(editions += 1)}/`;
  const own = ownOf(base);
  await save(own, moon);
  await save(own, tides);
  const client = createQueryClient();
  const look = () =>
    render(
      <QueryClientProvider client={client}>
        <SiteProvider value={{ ...site, base }}>
          <List />
        </SiteProvider>
      </QueryClientProvider>,
    );
  look();
  await screen.findByText('moon,tides 0');
  return { base, own, client, look, readAll: vi.spyOn(IDBObjectStore.prototype, 'getAll') };
}

afterEach(cleanup);

test('a list follows one record, removed, put back or new, without being read anew', async () => {
  const { own, readAll } = await open();
  const removed = await removeSaved(own, 'moon');
  await screen.findByText('tides 0');
  if (removed.ok && removed.value !== undefined) await putSavedBack(own, removed.value);
  await screen.findByText('moon,tides 0');
  await save(own, storyOf('comet', 'The comet of 1680', []));
  await screen.findByText('comet,moon,tides 0');
  expect(readAll).not.toHaveBeenCalled();
});

test('a list follows what another tab does', async () => {
  const { base, readAll } = await open();
  const other = createOwn(new OwnDatabase(base));
  await removeSaved(other, 'tides');
  await screen.findByText('moon 0');
  expect(readAll).not.toHaveBeenCalled();
  other.changes.close();
});

test('a list is read anew when a record that changed is damaged', async () => {
  const { own, readAll } = await open();
  await own.database.run(['saved'], 'readwrite', (transaction) =>
    transaction.objectStore('saved').put({ slug: 'moon', headline: 7 }),
  );
  own.changes.announce('saved', ['moon']);
  await screen.findByText('tides 1');
  expect(readAll).toHaveBeenCalledTimes(1);
});

test('a list that is to be read anew is not taken for right because one record of it changed meanwhile', async () => {
  const { base, own, client, look } = await open();
  const { queryKey } = recordsQuery(base, 'saved');
  const isOld = () => client.getQueryState(queryKey)?.isInvalidated;
  cleanup();
  own.changes.announce('saved');
  await vi.waitFor(() => expect(isOld()).toBe(true));
  await removeSaved(own, 'moon');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isOld()).toBe(true);
  look();
  await screen.findByText('tides 0');
});
