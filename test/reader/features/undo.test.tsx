import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { KeptParts } from '../../../src/reader/features/device/KeptParts.tsx';
import { OwnParts } from '../../../src/reader/features/device/OwnParts.tsx';
import { HistoryList } from '../../../src/reader/features/history/HistoryList.tsx';
import { SaveControl } from '../../../src/reader/features/saved/SaveControl.tsx';
import { SavedList } from '../../../src/reader/features/saved/SavedList.tsx';
import { recordVisit } from '../../../src/reader/storage/history.ts';
import { allRecords, ownOf, type Own } from '../../../src/reader/storage/own.ts';
import { saveStory } from '../../../src/reader/storage/saved.ts';
import { SiteProvider } from '../../../src/reader/ui/site.ts';
import { site, storyOf } from '../app/edition.ts';

const moon = storyOf('moon', 'The Moon is leaving us', []);
let editions = 0;

/** A reader of a new edition who has read and saved the story about the Moon, and sees something of it. */
async function open(page: ReactNode): Promise<Own> {
  const base = `/undo-${(editions += 1)}/`;
  const own = ownOf(base);
  await saveStory(own, { story: moon, pictures: [], missing: 0, at: 1 });
  await recordVisit(own, moon, { at: 1, isRead: true });
  render(
    <MemoryRouter>
      <QueryClientProvider client={createQueryClient()}>
        <SiteProvider value={{ ...site, base }}>{page}</SiteProvider>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return own;
}

/** From now on nothing can be written, or nothing removed; returns how to mend it. */
function breakStore(method: 'put' | 'delete' | 'clear'): () => void {
  const broken = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  return () => broken.mockRestore();
}

const press = async (name: RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

const countOf = async (own: Own, store: 'saved' | 'visits'): Promise<number> => {
  const all = await allRecords(own, store);
  return all.ok ? all.value.records.length : -1;
};

const places = [
  ['the story', () => <SaveControl story={moon} waiting={null} />, /^Saved/, 'saved'],
  ['the saved stories', () => <SavedList />, /^Remove/, 'saved'],
  ['the history', () => <HistoryList />, /^Remove/, 'visits'],
] as const;

afterEach(cleanup);

test.each(places)('%s: what cannot be put back is said, and can be tried again', async (...row) => {
  const [, page, remove, store] = row;
  const own = await open(page());
  await press(remove);
  await screen.findByRole('button', { name: 'Undo' });
  const mend = breakStore('put');
  await press(/^Undo/);
  await screen.findByText(/Not put back: this device is full/);
  mend();
  await press(/^Undo/);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  expect(await countOf(own, store)).toBe(1);
  expect(screen.queryByText(/Not put back/)).toBeNull();
});

test.each(places)('%s: what cannot be removed is said, and is there as before', async (...row) => {
  const [, page, remove, store] = row;
  const own = await open(page());
  breakStore('delete');
  await press(remove);
  await screen.findByText(/Not removed: this device is full/);
  expect(screen.queryByText(/Not saved/)).toBeNull();
  expect(await countOf(own, store)).toBe(1);
});

test('a history that cannot be cleared, or not put back, says so', async () => {
  const own = await open(<HistoryList />);
  await screen.findByRole('link', { name: moon.headline });
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('damaged', 'UnknownError');
  });
  await press(/^Clear/);
  await screen.findByText(/Not removed: what is stored could not be read/);
  clear.mockRestore();
  await press(/^Clear/);
  await screen.findByText(/The history is cleared/);
  const mend = breakStore('put');
  await press(/^Undo/);
  await screen.findByText(/Not put back: this device is full/);
  mend();
  await press(/^Undo/);
  await screen.findByRole('link', { name: moon.headline });
  expect(await countOf(own, 'visits')).toBe(1);
});

test('the device page says which of the reader’s own things could not be removed, and why', async () => {
  const weight = { stories: 1, bytes: 900 };
  const own = await open(<OwnParts saved={weight} traces={weight} />);
  const mends = (['delete', 'clear'] as const).map(breakStore);
  await press(/^Remove all: Saved stories/);
  await screen.findByText(/Not removed: this device is full\. It is here as before/);
  await press(/^Clear/);
  await waitFor(() =>
    expect(screen.getAllByText(/Not removed: this device is full/).length).toBe(2),
  );
  for (const mend of mends) mend();
  expect([await countOf(own, 'saved'), await countOf(own, 'visits')]).toEqual([1, 1]);
  await press(/^Remove all: Saved stories/);
  await screen.findByRole('button', { name: 'Undo: Saved stories' });
  await waitFor(() => expect(screen.getAllByText(/Not removed/).length).toBe(1));
});

test('the button that removed keeps the focus when all is back and its size is not read yet', async () => {
  const [full, none] = [
    { stories: 1, bytes: 900 },
    { stories: 0, bytes: 0 },
  ];
  function Parts(): ReactNode {
    const [weight, setWeight] = useState(full);
    return (
      <div onInput={() => setWeight(none)} data-testid="sizes">
        <OwnParts saved={weight} traces={weight} />
      </div>
    );
  }
  const own = await open(<Parts />);
  await press(/^Remove all: Saved stories/);
  await press(/^Clear/);
  await screen.findByText(/^Removed/);
  await screen.findByText(/^The history is cleared/);
  fireEvent.input(screen.getByTestId('sizes'));
  for (const button of screen.getAllByRole('button', { name: /^Undo/ })) {
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
    await waitFor(() => expect(screen.queryByRole('button', { busy: true })).toBeNull());
    expect(document.activeElement).toBe(button);
  }
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  expect([await countOf(own, 'saved'), await countOf(own, 'visits')]).toEqual([1, 1]);
});

test('the button that removes keeps the focus where its size is gone before the answer comes', async () => {
  const [full, none] = [
    { stories: 1, bytes: 900 },
    { stories: 0, bytes: 0 },
  ];
  const answers: ((problem: undefined) => void)[] = [];
  const change = (): Promise<undefined> => new Promise((resolve) => void answers.push(resolve));
  function Parts(): ReactNode {
    const [near, setNear] = useState(full);
    return (
      <div onInput={() => setNear(none)} data-testid="sizes">
        <KeptParts kept={{ taken: full, near, reader: full }} change={change} />
      </div>
    );
  }
  await open(<Parts />);
  const button = screen.getByRole('button', { name: 'Remove: Kept by itself' });
  // Removed, and then put back.
  for (const says of ['Undo: Kept by itself', 'Remove: Kept by itself']) {
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(answers.length).toBe(1));
    fireEvent.input(screen.getByTestId('sizes'));
    answers.shift()?.(undefined);
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('false'));
    expect(screen.getByRole('button', { name: says })).toBe(button);
    expect(document.activeElement).toBe(button);
  }
});

test('the device page never says “removed” of what the worker did not answer for', async () => {
  const weight = { stories: 1, bytes: 900 };
  const kept = { taken: weight, near: weight, reader: weight };
  await open(<KeptParts kept={kept} change={() => Promise.resolve('silent')} />);
  await press(/^Remove: Kept by itself/);
  await screen.findByText(/Not removed: this browser’s storage does not answer/);
  expect(screen.queryByText('Removed.')).toBeNull();
});

test('the device page says so when there is nothing that could be put back', async () => {
  const weight = { stories: 1, bytes: 900 };
  const kept = { taken: weight, near: weight, reader: weight };
  const change: Parameters<typeof KeptParts>[0]['change'] = async ({ kind }) =>
    kind === 'put-back' ? 'gone' : undefined;
  await open(<KeptParts kept={kept} change={change} />);
  await press(/^Remove: Kept by itself/);
  await press(/^Undo: Kept by itself/);
  const said = await screen.findByText('It could not be put back. It comes again as you read.');
  expect(said).toBeDefined();
});

test('what was looked for in a list that has become short is seen, and can be cleared', async () => {
  window.history.replaceState({ list: { from: 0, wanted: 'Mars', rows: [] } }, '');
  await open(<SavedList />);
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: '' } });
  expect(await screen.findByRole('link', { name: moon.headline })).toBeDefined();
  window.history.replaceState(null, '');
});
