import './reader/ui/styles.ts';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { addressOf, shellAddress } from './model/address.ts';
import { App } from './reader/app/App.tsx';
import { PlacesContext } from './reader/app/Arrival.tsx';
import { PacedRouter } from './reader/app/PacedRouter.tsx';
import { fillCache, readPageState, stateElementId } from './reader/app/pageState.ts';
import { Places } from './reader/app/places.ts';
import { reportCaught } from './reader/app/reportCaught.ts';
import { startLate } from './reader/app/late.ts';
import { savesData } from './reader/data/savesData.ts';
import { whenIdle } from './reader/app/whenIdle.ts';
import { keepNewest } from './reader/data/keepNewest.ts';
import { createQueryClient } from './reader/data/queryClient.ts';
import { fetchRestOfSheets } from './reader/ui/restOfSheets.ts';
import { fetchFace } from './reader/ui/readingFace.ts';
import { keepUnder } from './reader/ui/storageKey.ts';

/** Gives the browser a turn: what the reader does, and a frame, come before the next piece of starting. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function begin(root: HTMLElement): Promise<void> {
  await turn();
  const state = readPageState(document.getElementById(stateElementId)?.textContent ?? '');
  // A page whose state cannot be read stays as the publisher made it: text and plain links.
  if (state === undefined) return;
  const { site, address } = state;
  const findHere = (): string | undefined => addressOf(site.base, window.location.pathname);
  fetchRestOfSheets(state.sheets, address, () => findHere() === address);
  await turn();
  keepUnder(site.base);
  const client = createQueryClient();
  fillCache(client, state);
  keepNewest(client);
  const places = new Places(window);
  places.start();
  const here = findHere();
  // The shell carries no document and stands for any page but itself.
  const isMissing =
    state.document === undefined && (address !== shellAddress || here === shellAddress);
  const app = (
    <PacedRouter base={site.base}>
      <PlacesContext value={places}>
        <App site={site} client={client} missing={isMissing ? here : undefined} />
      </PlacesContext>
    </PacedRouter>
  );
  const isOther = state.document !== undefined && here !== address;
  if (isOther || address === shellAddress) {
    // The worker sent the shell in the place of a page, or a reader who goes back and forth faster than this starts is on
    // another one by now: nothing here is that page's.
    createRoot(root, { onCaughtError: reportCaught }).render(app);
  } else {
    startTransition(() => {
      hydrateRoot(root, app, { onCaughtError: reportCaught });
    });
  }
  if (!savesData()) whenIdle(() => void fetchFace());
  // See SectionStrip.module.css.
  whenIdle(() => root.setAttribute('data-settled', ''));
  startLate(site);
}

const root = document.getElementById('root');
if (root !== null) void begin(root);
