import { act, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../../src/reader/app/App.tsx';
import { PlacesContext } from '../../../src/reader/app/Arrival.tsx';
import { PacedRouter } from '../../../src/reader/app/PacedRouter.tsx';
import { fillCache } from '../../../src/reader/app/pageState.ts';
import { Places } from '../../../src/reader/app/places.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { frontOf, listOf } from '../pages/documents.ts';
import { site, storyOf, trailOf } from './edition.ts';
import './openApp.tsx';

const names = ['moon', 'tides', 'rain'];
const trails = names.map((name) => trailOf(name, `To ${name}`));
/** Pages with links to each other, by their addresses. */
const documents = {
  '/': frontOf({ latest: trails }),
  '/section/science': listOf({ title: '/section/science', trails }),
  ...Object.fromEntries(
    names.map((name) => {
      const others = trails.filter(({ slug }) => slug !== name);
      return [`/story/${name}`, storyOf(name, `/story/${name}`, others)];
    }),
  ),
};

/** The same numbers from 0 up to 1 for the same seed, by mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const onScreen = 'main > div:not([hidden])';
/** The headings of the pages on screen, which are their addresses; a front's stands in the masthead. */
const shownPages = (): string[] =>
  [...document.querySelectorAll(onScreen)].map(
    (page) => page.querySelector('h1')?.textContent ?? '/',
  );

/** Presses, clicks, calls off, goes back and forth, with anything from no time to a frame in between. */
async function walk(seed: number, steps: number): Promise<void> {
  const next = dice(seed);
  const oneOf = <Item,>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(next() * items.length)];
  let link: Element | undefined;
  const send = (event: Event): void => {
    if (link?.isConnected === true) link.dispatchEvent(event);
  };
  const how = { bubbles: true, cancelable: true };
  const press = (): void => {
    const inPage = document.querySelectorAll(`${onScreen} a[href^="/story/"]`);
    link = oneOf([...inPage, ...document.querySelectorAll('header a:is([href="/"], nav *)')]);
    send(new PointerEvent('pointerdown', how));
  };
  const click = (): void => send(new MouseEvent('click', how));
  const callOff = (): void => send(new PointerEvent('pointercancel', how));
  const back = (): void => window.history.back();
  const deeds = [
    ...[press, press, press, click, click, click, callOff, back, back],
    ...[() => window.history.forward(), () => window.history.go(-2)],
  ];
  const pauses = [
    undefined,
    () => Promise.resolve(),
    ...[0, 2, 20].map((time) => () => wait(time)),
  ];
  for (let step = 1; step <= steps; step += 1) {
    oneOf(deeds)?.();
    await oneOf(pauses)?.();
    if (step % 8 > 0) continue;
    const where = `seed ${seed}, step ${step}`;
    const check = (): void => expect(shownPages(), where).toEqual([window.location.pathname]);
    await vi.waitFor(check, 4000);
  }
}

afterEach(() => {
  window.history.replaceState(null, '', '/');
});

test.each([1, 2, 3, 4, 5, 6])(
  'however hastily a reader goes, the page of the address is on screen, alone (seed %i)',
  async (seed) => {
    // An entry without a key, as of a place on a page that the browser went to itself.
    window.history.pushState(null, '', '/story/moon');
    const client = createQueryClient();
    for (const [address, document] of Object.entries(documents)) {
      fillCache(client, { site, address, document });
    }
    render(
      <PacedRouter base="/">
        <PlacesContext value={new Places(window)}>
          <App site={site} client={client} missing={undefined} />
        </PlacesContext>
      </PacedRouter>,
    );
    await act(() => wait(0));
    // In turns as a browser has them: what is urgent overtakes what is not.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    await walk(seed, 64);
    expect(shownPages()).toEqual([window.location.pathname]);
  },
  60_000,
);
