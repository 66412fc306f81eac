import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PointerWatcher } from '../../../src/reader/app/PointerWatcher.tsx';
import { isCurrent } from '../../../src/reader/data/aside.ts';
import { documentQuery, pointerQuery } from '../../../src/reader/data/queries.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import type { Front } from '../../../src/model/edition.ts';
import { storyOf } from './edition.ts';

afterEach(cleanup);

const published = { at: '2026-01-01T06:00:00Z', day: '2026-01-01', date: '1 Jan', brief: '1 Jan' };
const front: Front = {
  ...{ schema: 'lede-front/1', kind: 'front', version: '1'.repeat(16), published },
  ...{ day: 'Thursday', stories: 0, second: [], strips: [], latest: [], months: [] },
};

/** A tab in which a story was read a moment ago, from the front or by its own address; and how its host publishes. */
function readStory(isFrontRead: boolean) {
  const client = createQueryClient();
  const publish = (edition: string, version: string, date = published.date): void => {
    client.setQueryData(pointerQuery('/').queryKey, {
      schema: 'lede-latest/1',
      edition: edition.repeat(16),
      published: { ...published, date },
      fronts: { '/': version },
    });
  };
  if (isFrontRead) client.setQueryData(documentQuery('/', '/').queryKey, front);
  client.setQueryData(
    documentQuery('/', '/story/moon').queryKey,
    storyOf('moon', 'The Moon is leaving us', []),
  );
  publish('a', front.version);
  render(
    <QueryClientProvider client={client}>
      <PointerWatcher base="/" />
    </QueryClientProvider>,
  );
  return { isCurrent: (at: string) => isCurrent(client, '/', at), publish };
}

test('a story read a moment ago is asked for again once a newer edition is out', async () => {
  const { isCurrent: isAsItIs, publish } = readStory(true);
  expect(isAsItIs('/story/moon')).toBe(true);
  expect(isAsItIs('/')).toBe(true);
  act(() => publish('b', 'b'.repeat(16)));
  await vi.waitFor(() => expect(isAsItIs('/story/moon')).toBe(false));
  expect(isAsItIs('/')).toBe(false);
});

test('and where no front was looked at', async () => {
  const { isCurrent: isAsItIs, publish } = readStory(false);
  expect(isAsItIs('/story/moon')).toBe(true);
  act(() => publish('b', 'b'.repeat(16)));
  await vi.waitFor(() => expect(isAsItIs('/story/moon')).toBe(false));
});

test('the same edition, asked for again, makes nothing old', async () => {
  const { isCurrent: isAsItIs, publish } = readStory(true);
  // Not word for word as before: else it would not be looked at.
  act(() => publish('a', front.version, '1 January'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isAsItIs('/story/moon')).toBe(true);
});
