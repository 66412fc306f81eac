import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { storyOf, trailOf } from './edition.ts';
import { answered, answers, follow, heading, moon, openMoon, tides } from './openApp.tsx';

/** A page that stands in the document hidden, by its headline; undefined when there is none. */
const hiddenPage = (name: string): Element | undefined => {
  return [...document.querySelectorAll('[hidden] h1')].find((h1) => h1.textContent === name);
};

test('a page whose link is pressed is made ready behind the page on screen, and is the one that is shown', async () => {
  answers['/story/tides.json'] = answered(tides);
  openMoon();
  const [title, scrolled] = [document.title, vi.fn<() => void>()];
  vi.stubGlobal('scrollTo', scrolled);
  fireEvent.touchStart(await screen.findByRole('link', { name: /Why the tide comes/ }));
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
  fireEvent.touchStart(link);
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
  fireEvent.pointerCancel(link);
  await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeUndefined());
});

test('a page that was made ready and not gone to goes with the page it was made ready on', async () => {
  answers['/story/tides.json'] = answered(tides);
  answers['/story/rain.json'] = answered(storyOf('rain', 'Why it rains', []));
  openMoon({ ...moon, related: [...moon.related, trailOf('rain', 'Why it rains')] });
  fireEvent.touchStart(await screen.findByRole('link', { name: /Why it rains/ }));
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
    fireEvent.touchStart(await screen.findByRole('link', { name: /Why the tide comes/ }));
    await waitFor(() => expect(hiddenPage('Why the tide comes')).toBeTruthy());
    await follow('Why the tide comes');
    return heading('Why the tide comes');
  };
  const first = await pressAndFollow();
  fireEvent.click(screen.getByText("The browser's back"));
  await heading('The Moon is leaving us');
  expect(hiddenPage('Why the tide comes')).toBe(first);
  fireEvent.touchStart(await screen.findByRole('link', { name: /Why the tide comes/ }));
  await waitFor(() => expect(document.querySelectorAll('[hidden] h1')).toHaveLength(2));
  await follow('Why the tide comes');
  expect(await heading('Why the tide comes')).not.toBe(first);
});
