import type { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startLate } from '../../../src/reader/app/late.ts';
import { documentQuery } from '../../../src/reader/data/queries.ts';
import { words } from '../../../src/reader/ui/words.ts';
import { site, storyOf, trailOf } from './edition.ts';
import {
  answered,
  answers,
  asked,
  follow,
  heading,
  json,
  moon,
  openMoon,
  tides,
} from './openApp.tsx';

test('shows the page it was given without asking for it again', async () => {
  openMoon();
  await heading('The Moon is leaving us');
  expect(asked).not.toContain('/story/moon.json');
});

test('goes to a related story, changes the title before the focus, and keeps what it fetched', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  let titleAtFocus = '';
  document.addEventListener('focusin', () => (titleAtFocus = document.title), { once: true });
  await follow('Why the tide comes');
  const h1 = await heading('Why the tide comes');
  expect(document.title).toBe('Why the tide comes · The Courier');
  expect(document.activeElement).toBe(h1);
  expect(titleAtFocus).toBe('Why the tide comes · The Courier');
});

test('shows a skeleton when the next story takes its time, then the story', async () => {
  let arrive: (response: Response) => void = () => undefined;
  answers['/story/tides.json'] = () => new Promise((resolve) => (arrive = resolve));
  openMoon();
  await follow('Why the tide comes');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The Moon is leaving us');
  await screen.findByRole('status');
  expect(screen.getByText(words.loading)).toBeTruthy();
  arrive(new Response(JSON.stringify(tides), { headers: json }));
  await heading('Why the tide comes');
});

test('a failure is of the visit at which it was met: who comes back asks anew', async () => {
  answers['/story/tides.json'] = () => Promise.reject(new TypeError('Failed to fetch'));
  openMoon();
  await follow('Why the tide comes');
  await heading(words.problems.offline.title);
  fireEvent.click(screen.getByRole('button', { name: "The browser's back" }));
  await heading('The Moon is leaving us');
  answers['/story/tides.json'] = answered(tides);
  fireEvent.click(screen.getByRole('button', { name: "The browser's forward" }));
  expect(await heading('Why the tide comes')).toBeTruthy();
});

test.each([
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  [
    'a sign-in page',
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'sign-in',
  ],
  ['another story at its address', answered(moon), 'unreadable'],
] as const)('says what happened on %s, and goes on when it is mended', async (_, answer, kind) => {
  answers['/story/tides.json'] = answer;
  openMoon();
  await follow('Why the tide comes');
  await heading(words.problems[kind].title);
  expect(screen.getByText(words.problems[kind].can)).toBeTruthy();
  expect(screen.getByRole('banner')).toBeTruthy();
  answers['/story/tides.json'] = answered(tides);
  fireEvent.click(screen.getByRole('button', { name: words.retry }));
  await heading('Why the tide comes');
});

test('asks for an update when the edition is newer than the reader', async () => {
  answers['/story/tides.json'] = answered({ schema: 'lede-story/2', blocks: 'of another form' });
  openMoon();
  await follow('Why the tide comes');
  await heading(words.problems.newer.title);
  expect(screen.getByText(words.problems.newer.can)).toBeTruthy();
});

test('says that a story is not in this edition', async () => {
  openMoon();
  await follow('Why the tide comes');
  await heading(words.notFound.title);
  expect(document.title).toBe(`${words.notFound.title} · The Courier`);
});

test('keeps showing an old page when the newer one cannot be had, and says so', async () => {
  answers['/story/moon.json'] = () => Promise.reject(new TypeError('Failed to fetch'));
  const client = openMoon();
  await client.prefetchQuery({ ...documentQuery('/', '/story/moon'), staleTime: 0 });
  await waitFor(() => expect(screen.getByText(words.stale.title)).toBeTruthy());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The Moon is leaving us');
});

test('a story whose related list cannot be read is still a story', async () => {
  answers['/story/tides.json'] = answered({ ...tides, related: [{ slug: 'x' }, 7] });
  openMoon();
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  expect(screen.getByText('The first paragraph of tides.')).toBeTruthy();
});

test('going back finds the page itself that was left, hidden while another was read', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const left = await heading('The Moon is leaving us');
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  expect(left.isConnected).toBe(true);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Why the tide comes');
  expect(document.querySelector('h1')?.textContent).toBe('Why the tide comes');
  fireEvent.click(screen.getByText("The browser's back"));
  expect(await heading('The Moon is leaving us')).toBe(left);
  expect(document.querySelector('h1')).toBe(left);
  expect(document.activeElement).toBe(left);
});

test('one page is kept for the way back, and no more', async () => {
  answers['/story/tides.json'] = answered({ ...tides, related: [trailOf('rain', 'Why it rains')] });
  answers['/story/rain.json'] = answered(storyOf('rain', 'Why it rains', []));
  openMoon();
  const first = await heading('The Moon is leaving us');
  await follow('Why the tide comes');
  const second = await heading('Why the tide comes');
  await follow('Why it rains');
  await heading('Why it rains');
  // Not in the frame that shows the next: taking a page away would keep it waiting.
  expect([first, second].map(({ isConnected }) => isConnected)).toEqual([true, true]);
  await waitFor(() => expect(first.isConnected).toBe(false));
  expect(second.isConnected).toBe(true);
});

const laterTides = {
  ...storyOf('tides', 'Why the tide does not come', []),
  version: 'fedcba9876543210',
};

/** Reads on to the second story and comes back to the first, by when a newer edition has marked the second as old. */
async function readTidesThatGrowOld(): Promise<QueryClient> {
  answers['/story/tides.json'] = answered(tides);
  const client = openMoon();
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  await client.invalidateQueries({ queryKey: ['document'], refetchType: 'none' });
  return client;
}

test('going back shows the page that was left, and asks for nothing', async () => {
  answers['/story/tides.json'] = answered(tides);
  answers['/story/moon.json'] = answered({ ...moon, headline: 'The Moon comes nearer' });
  const client = openMoon();
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  await client.invalidateQueries({ queryKey: ['document'], refetchType: 'none' });
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).not.toContain('/story/moon.json');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The Moon is leaving us');
});

test('a story that was left leaves nothing but itself in memory for long', async () => {
  answers['/story/tides.json'] = answered({ ...tides, related: [trailOf('rain', 'Why it rains')] });
  answers['/story/rain.json'] = answered(storyOf('rain', 'Why it rains', []));
  const client = openMoon();
  for (const name of ['Why the tide comes', 'Why it rains']) {
    await follow(name);
    await heading(name);
  }
  const left = client
    .getQueryCache()
    .getAll()
    .filter((query) => query.getObserversCount() === 0 && query.queryKey[0] !== 'document');
  expect(left.map(({ queryKey }) => queryKey)).toContainEqual(['aside', '/story/moon']);
  expect(left.filter(({ gcTime }) => gcTime > 10_000)).toEqual([]);
});

test('a link to a page that is old in memory leads to its newest, when that comes in time', async () => {
  await readTidesThatGrowOld();
  answers['/story/tides.json'] = answered(laterTides);
  await follow('Why the tide comes');
  expect(await heading('Why the tide does not come')).toBeTruthy();
});

test('what comes after the old page was shown is offered, and never swapped in', async () => {
  const client = await readTidesThatGrowOld();
  startLate(site);
  let arrive: (response: Response) => void = () => undefined;
  answers['/story/tides.json'] = () => new Promise((resolve) => (arrive = resolve));
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  // A heading can be found before React has run what follows its page's commit; only then is the page in use.
  const { queryKey } = documentQuery('/', '/story/tides');
  await waitFor(() => {
    expect(client.getQueryCache().find({ queryKey })?.isActive()).toBe(true);
  });
  arrive(new Response(JSON.stringify(laterTides), { headers: json }));
  const show = await screen.findByRole('button', { name: words.device.show });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Why the tide comes');
  fireEvent.click(show);
  await heading('Why the tide does not come');
  expect(screen.queryByRole('button', { name: words.device.show })).toBeNull();
});

test('an old page whose newest cannot be had is shown, and says so', async () => {
  await readTidesThatGrowOld();
  answers['/story/tides.json'] = () => Promise.reject(new TypeError('Failed to fetch'));
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  expect(await screen.findByText(words.stale.title)).toBeTruthy();
});
