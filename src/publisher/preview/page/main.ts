import type { PreviewState } from '../previewState.ts';
import { createPanel } from './panel.ts';

// The script of a preview's pages: it reloads the page when there is a newer edition and shows what is to be mended.
const { currentScript } = document;
const own = currentScript instanceof HTMLScriptElement ? currentScript.src : '';
const edition = new URL(own, location.href).searchParams.get('edition');
const show = createPanel(document);
let events: EventSource | undefined;

function listen(): void {
  events = new EventSource('/__preview/events');
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    // Our own server's word, a moment old.
    const state = JSON.parse(data) as PreviewState;
    if (state.edition === edition) show(state.problems);
    else location.reload();
  });
}

// A browser opens six connections to a host; pages that nobody looks at take none.
document.addEventListener('visibilitychange', () => {
  events?.close();
  if (document.visibilityState === 'visible') listen();
});
if (document.visibilityState === 'visible') listen();
