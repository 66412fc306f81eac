import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Front } from '../../../src/model/edition.ts';
import { documentQuery, pointerQuery } from '../../../src/reader/data/queries.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { useNewEdition } from '../../../src/reader/features/offline/useNewEdition.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const published = { at: '2026-01-01T06:00:00Z', day: '2026-01-01', date: '1 Jan', brief: '1 Jan' };

/** A front of so many stories; its version says how many. */
function frontOf(stories: number): Front {
  const latest = Array.from({ length: stories }, (_, story) => ({
    ...{ slug: `story-${story}`, kind: 'story' as const, headline: `Story ${story}` },
    ...{ language: 'en', dir: 'ltr' as const, version: 'a'.repeat(16) },
  }));
  return {
    ...{ schema: 'lede-front/1', kind: 'front', version: String(stories).repeat(16) },
    ...{ published, day: 'Thursday', stories, second: [], strips: [], latest, months: [] },
  };
}

/** A reader's tab with the front of one story in memory, and a host that has what `publish` says. */
function openTab(start = '/') {
  const client = createQueryClient();
  if (start === '/') client.setQueryData(documentQuery('/', '/').queryKey, frontOf(1));
  const asked: string[] = [];
  let current = frontOf(1);
  const instead: (Front | 'trouble')[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const given = instead.shift() ?? current;
    if (given === 'trouble') return new Response('', { status: 404 });
    return new Response(JSON.stringify(given), {
      headers: { 'content-type': 'application/json' },
    });
  });
  /** @param before what the host gives in the new front's place, once each */
  const publish = (front: Front, ...before: typeof instead): void => {
    current = front;
    instead.push(...before);
    client.setQueryData(pointerQuery('/').queryKey, {
      ...{ schema: 'lede-latest/1', edition: 'e'.repeat(16), published },
      fronts: { '/': front.version },
    });
  };
  publish(current);
  const Said = ({ address }: { address: string }) => {
    const edition = useNewEdition('/', address);
    return (
      <p>{edition === undefined ? 'nothing new' : `${edition.counts?.added ?? 'unknown'} new`}</p>
    );
  };
  const at = (address: string) => (
    <QueryClientProvider client={client}>
      <Said address={address} />
    </QueryClientProvider>
  );
  const { rerender } = render(at(start));
  return { client, asked, publish, goTo: (address: string) => rerender(at(address)) };
}

const said = (text: string) => screen.findByText(text);

test('counts against the front that the reader opened last, not the one they began with', async () => {
  const { client, publish, goTo } = openTab();
  expect(await said('nothing new')).toBeTruthy();
  goTo('/story/story-0');
  act(() => publish(frontOf(3)));
  expect(await said('2 new')).toBeTruthy();
  act(() => void client.setQueryData(documentQuery('/', '/').queryKey, frontOf(3)));
  goTo('/');
  expect(await said('nothing new')).toBeTruthy();
  goTo('/story/story-0');
  act(() => publish(frontOf(4)));
  expect(await said('1 new')).toBeTruthy();
});

test('a front that was fetched ahead and not looked at is still news', async () => {
  const { client, publish, goTo } = openTab();
  expect(await said('nothing new')).toBeTruthy();
  goTo('/story/story-0');
  act(() => publish(frontOf(3)));
  act(() => void client.setQueryData(documentQuery('/', '/').queryKey, frontOf(3)));
  expect(await said('2 new')).toBeTruthy();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

test('who begins with a story fetches no front for it, until there is a newer one', async () => {
  const { asked, publish } = openTab('/story/story-0');
  expect(await said('nothing new')).toBeTruthy();
  await settled();
  expect(asked).toEqual([]);
  act(() => publish(frontOf(3)));
  expect(await said('unknown new')).toBeTruthy();
  expect(asked).toEqual(['/index.json']);
});

test('is offered too when the front came late: as it was at first, then not at all', async () => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const { asked, publish } = openTab('/story/story-0');
  const began = frontOf(1);
  vi.stubGlobal('caches', { match: async () => new Response(JSON.stringify(began)) });
  await settled();
  act(() => publish(frontOf(3), began, 'trouble'));
  await settled();
  expect(screen.getByText('nothing new')).toBeTruthy();
  // The worker has the new one by now.
  vi.stubGlobal('caches', { match: async () => new Response(JSON.stringify(frontOf(3))) });
  await act(() => vi.advanceTimersByTimeAsync(5000));
  await act(() => vi.advanceTimersByTimeAsync(9000));
  expect(await said('2 new')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(200_000));
  expect(asked.filter((url) => url === '/index.json')).toHaveLength(3);
});

test('the front that the worker keeps tells how much is new', async () => {
  const kept = frontOf(1);
  vi.stubGlobal('caches', {
    match: async (url: string) =>
      url === '/index.json' ? new Response(JSON.stringify(kept)) : undefined,
  });
  const { publish } = openTab('/story/story-0');
  expect(await said('nothing new')).toBeTruthy();
  await settled();
  act(() => publish(frontOf(3)));
  expect(await said('2 new')).toBeTruthy();
});

test('a kept front that is not the one they began with counts nothing', async () => {
  const kept = frontOf(2);
  vi.stubGlobal('caches', { match: async () => new Response(JSON.stringify(kept)) });
  const { publish } = openTab('/story/story-0');
  expect(await said('nothing new')).toBeTruthy();
  await settled();
  act(() => publish(frontOf(3)));
  expect(await said('unknown new')).toBeTruthy();
});
