import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { documentQuery } from '../../../src/reader/data/queries.ts';
import { words } from '../../../src/reader/ui/words.ts';
import { storyOf, trailOf } from './edition.ts';
import { answered, answers, asked, follow, heading, moon, openMoon, tides } from './openApp.tsx';

/** A page that stands in the document hidden, by its headline; undefined when there is none. */
const hiddenPage = (name: string): Element | undefined => {
  return [...document.querySelectorAll('[hidden] h1')].find((h1) => h1.textContent === name);
};

test('a page whose link is pressed is made ready behind the page on screen, and is the one that is shown', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const [title, scrolled] = [document.title, vi.fn<() => void>()];
  vi.stubGlobal('scrollTo', scrolled);
  fireEvent.pointerDown(await screen.findByRole('link', { name: /Why the tide comes/ }));
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
  const ready = hiddenPage('Why the tide comes');
  expect(document.title).toBe(title);
  expect(document.querySelector('h1')?.textContent).toBe('The Moon is leaving us');
  expect(scrolled).not.toHaveBeenCalled();
  await follow('Why the tide comes');
  expect(await heading('Why the tide comes')).toBe(ready);
  expect(document.activeElement).toBe(ready);
  expect(document.title).toBe('Why the tide comes · The Courier');
});

test('a finger that turns out to scroll leaves nothing behind', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const link = await screen.findByRole('link', { name: /Why the tide comes/ });
  fireEvent.pointerDown(link);
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
  fireEvent.pointerCancel(link);
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeUndefined());
});

test('a page that was made ready and not gone to goes with the page it was made ready on', async () => {
  answers['/story/tides.json'] = answered(tides);
  answers['/story/rain.json'] = answered(storyOf('rain', 'Why it rains', []));
  openMoon({ ...moon, related: [...moon.related, trailOf('rain', 'Why it rains')] });
  fireEvent.pointerDown(await screen.findByRole('link', { name: /Why it rains/ }));
  await waitFor(() => expect(hiddenPage('Why it rains')).toBeTruthy());
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  expect(hiddenPage('Why it rains')).toBeUndefined();
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  expect(hiddenPage('Why it rains')).toBeUndefined();
});

test('each visit has a page of its own, however often its link is pressed', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const pressAndFollow = async (): Promise<Element> => {
    fireEvent.pointerDown(await screen.findByRole('link', { name: /Why the tide comes/ }));
    await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
    await follow('Why the tide comes');
    return heading('Why the tide comes');
  };
  const first = await pressAndFollow();
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  expect(hiddenPage('Why the tide comes')).toBe(first);
  fireEvent.pointerDown(await screen.findByRole('link', { name: /Why the tide comes/ }));
  await waitFor(() => expect(document.querySelectorAll('[hidden] h1')).toHaveLength(2));
  await follow('Why the tide comes');
  expect(await heading('Why the tide comes')).not.toBe(first);
});

test('a link that is pressed and followed twice in haste leaves one page on screen', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const link = await screen.findByRole('link', { name: /Why the tide comes/ });
  fireEvent.pointerDown(link);
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
  // At once: a click is answered before the press that came before it.
  act(() => {
    fireEvent.pointerDown(link);
    fireEvent.click(link);
  });
  await heading('Why the tide comes');
  fireEvent.click(link);
  fireEvent.click(screen.getByText("The browser's back"));
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  expect(document.querySelectorAll('main > div:not([hidden])')).toHaveLength(1);
});

test('a page that is made ready and cannot be shown takes nothing from the reader until they go there', async () => {
  answers['/story/tides.json'] = answered(tides);
  const client = openMoon();
  const { queryKey } = documentQuery('/', '/story/tides');
  client.setQueryData(queryKey, Object.assign({ ...tides }, { body: undefined }));
  const caught = vi.mocked(console.error);
  fireEvent.pointerDown(await screen.findByRole('link', { name: /Why the tide comes/ }));
  await waitFor(() => expect(caught).toHaveBeenCalled());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The Moon is leaving us');
  await follow('Why the tide comes');
  await heading(words.problems.unreadable.title);
  // It is a defect of ours, and whoever mends it finds it in the console.
  caught.mockClear();
});

test('a mouse that merely rests on a link makes nothing ready', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  fireEvent.pointerOver(await screen.findByRole('link', { name: /Why the tide comes/ }));
  await waitFor(() => expect(asked).toContain('/story/tides.json'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(document.querySelectorAll('[hidden] h1')).toHaveLength(0);
});
