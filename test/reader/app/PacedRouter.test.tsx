import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { UNSAFE_LocationContext as LocationContext } from 'react-router-dom';
import { useContext } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageDocument } from '../../../src/model/document.ts';
import { App } from '../../../src/reader/app/App.tsx';
import { PlacesContext } from '../../../src/reader/app/Arrival.tsx';
import { PacedRouter } from '../../../src/reader/app/PacedRouter.tsx';
import { fillCache } from '../../../src/reader/app/pageState.ts';
import { Places } from '../../../src/reader/app/places.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { listOf } from '../pages/documents.ts';
import { site, storyOf, trailOf } from './edition.ts';
import { answered, answers, follow, heading, moon, tides } from './openApp.tsx';

const frames = new Map<number, FrameRequestCallback>();
let ids = 0;

/** Nothing is painted until the test says so. */
beforeEach(() => {
  frames.clear();
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => {
    frames.set((ids += 1), frame);
    return ids;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, '', '/');
});

const paint = (): void => {
  const due = [...frames.values()];
  frames.clear();
  for (const frame of due) frame(0);
};

/** Tells what the router says of where the reader is. */
function RouterSays() {
  return <output>{useContext(LocationContext).location.pathname}</output>;
}
const said = (): string | null => screen.getByRole('status').textContent;

function open(address = '/story/moon', document: PageDocument = moon): void {
  window.history.replaceState(null, '', address);
  const client = createQueryClient();
  fillCache(client, { site, address, document });
  render(
    <PacedRouter base="/">
      <RouterSays />
      <PlacesContext value={new Places(window)}>
        <App site={site} client={client} missing={undefined} />
      </PlacesContext>
    </PacedRouter>,
  );
}

/** Presses a link until its page stands in the document. */
async function press(name: string): Promise<void> {
  fireEvent.pointerDown(await screen.findByRole('link', { name: new RegExp(name) }));
  await waitFor(() => {
    const hidden = [...document.querySelectorAll('[hidden] h1')];
    expect(hidden.map((h1) => h1.textContent)).toContain(name);
  });
}

test('a page that stands ready is shown before anything else is told of the move', async () => {
  answers['/story/tides.json'] = answered(tides);
  open();
  await press('Why the tide comes');
  await follow('Why the tide comes');
  const shown = await heading('Why the tide comes');
  expect(document.activeElement).toBe(shown);
  expect(document.title).toBe('Why the tide comes · The Courier');
  expect(window.location.pathname).toBe('/story/tides');
  expect(said()).toBe('/story/moon');
  paint();
  await waitFor(() => expect(said()).toBe('/story/tides'));
  expect(await heading('Why the tide comes')).toBe(shown);
});

test('the page that was left is shown before anything else is told of the way back', async () => {
  answers['/story/tides.json'] = answered(tides);
  open();
  await press('Why the tide comes');
  await follow('Why the tide comes');
  paint();
  await waitFor(() => expect(said()).toBe('/story/tides'));
  window.history.back();
  await heading('The Moon is leaving us');
  expect(said()).toBe('/story/tides');
  paint();
  await waitFor(() => expect(said()).toBe('/story/moon'));
  await heading('The Moon is leaving us');
});

test('a reader who goes back before the page was painted is where they were', async () => {
  answers['/story/tides.json'] = answered(tides);
  open();
  await press('Why the tide comes');
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  window.history.back();
  await heading('The Moon is leaving us');
  paint();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(said()).toBe('/story/moon');
  await heading('The Moon is leaving us');
  expect(document.title).toBe('The Moon is leaving us · The Courier');
});

test('what was still to be told of a move is not told after the next one', async () => {
  answers['/story/tides.json'] = answered(tides);
  open();
  await press('Why the tide comes');
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  fireEvent.click(screen.getByRole('link', { name: site.name }));
  await waitFor(() => expect(said()).toBe('/'));
  paint();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(said()).toBe('/');
  // There is no front here.
  await waitFor(() => expect(console.error).toHaveBeenCalled());
  vi.mocked(console.error).mockClear();
});

test('of a page made ready there is the beginning; the rest comes when it has been painted', async () => {
  const far = { type: 'paragraph', children: ['The last of many words.'] } as const;
  const long = { type: 'paragraph', children: ['Long. '.repeat(2000)] } as const;
  answers['/story/tides.json'] = answered({ ...tides, body: [long, far] });
  open();
  await press('Why the tide comes');
  expect(screen.queryByText('The last of many words.')).toBeNull();
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  expect(screen.queryByText('The last of many words.')).toBeNull();
  paint();
  await screen.findByText('The last of many words.');
});

test('a place on a page is gone to on the whole page', async () => {
  answers['/story/tides.json'] = answered({ ...tides, related: [trailOf('rain', 'Why it rains')] });
  answers['/story/rain.json'] = answered(storyOf('rain', 'Why it rains', []));
  open();
  await press('Why the tide comes');
  const link = await screen.findByRole('link', { name: /Why the tide comes/ });
  link.setAttribute('href', '/story/tides#related');
  fireEvent.click(link);
  await heading('Why the tide comes');
  // Before any frame.
  expect(await screen.findByRole('link', { name: /Why it rains/ })).toBeTruthy();
});

test('who goes back at once from a page that stood ready is where they came from', async () => {
  answers['/story/tides.json'] = answered(tides);
  const science = '/section/science';
  open(science, listOf({ title: 'Science', trails: [trailOf('tides', 'Why the tide comes')] }));
  await press('Why the tide comes');
  await follow('Why the tide comes');
  await heading('Why the tide comes');
  // The router has not come after yet, and a list does not stay in the document.
  window.history.back();
  await heading('Science');
  expect(window.location.pathname).toBe(science);
});
