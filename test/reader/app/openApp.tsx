import type { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useNavigate } from 'react-router-dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { App } from '../../../src/reader/app/App.tsx';
import { PlacesContext } from '../../../src/reader/app/Arrival.tsx';
import { fillCache } from '../../../src/reader/app/pageState.ts';
import { Places } from '../../../src/reader/app/places.ts';
import { reportCaught } from '../../../src/reader/app/reportCaught.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { site, storyOf, trailOf } from './edition.ts';

export const json = { 'content-type': 'application/json' };
type Answer = () => Promise<Response> | Response;
/** What the network says to each path; nothing is there otherwise. */
export const answers: Record<string, Answer> = {};
/** The paths that were asked for. */
export const asked: string[] = [];

beforeEach(() => {
  for (const path of Object.keys(answers)) delete answers[path];
  asked.length = 0;
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  // Where nothing is laid out, nothing changes its size.
  class ResizeObserver {
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', ResizeObserver);
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return (await answers[url]?.()) ?? new Response('', { status: 404 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

export const moon = storyOf('moon', 'The Moon is leaving us', [
  trailOf('tides', 'Why the tide comes'),
]);
export const tides = storyOf('tides', 'Why the tide comes', []);
export const answered = (document: object): Answer => {
  return () => new Response(JSON.stringify(document), { headers: json });
};

/** The browser's own controls. */
function Controls() {
  const navigate = useNavigate();
  return (
    <>
      <button type="button" onClick={() => void navigate(-1)}>
        The browser's back
      </button>
      <button type="button" onClick={() => void navigate(1)}>
        The browser's forward
      </button>
    </>
  );
}

/** Opens the page of the story about the Moon as the publisher rendered it. */
export function openMoon(document = moon): QueryClient {
  const client = createQueryClient();
  fillCache(client, { site, address: '/story/moon', document });
  render(
    <MemoryRouter useTransitions={false} initialEntries={['/story/moon']}>
      <Controls />
      <PlacesContext value={new Places(window)}>
        <App site={site} client={client} missing={undefined} />
      </PlacesContext>
    </MemoryRouter>,
    { onCaughtError: reportCaught },
  );
  return client;
}

/** Follows the link with these words. */
export async function follow(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('link', { name: new RegExp(name) }));
}

/** The heading of the page on screen, once it is this one. */
export const heading = (name: string): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name });
