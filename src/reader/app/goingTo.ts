import type { Location, NavigationType } from 'react-router-dom';

/** A move that the browser's history has made and the app not yet. */
export interface Going {
  /** Its `pathname` as inside the router: without the base. */
  location: Location;
  kind: NavigationType;
}

/** Shows the page of a move if it stands in the document, and tells whether it does. */
type Listener = (going: Going) => boolean;

let listener: Listener | undefined;

/** Asks for the page of a move before anything else of it is done; false when it has to be made first. */
export function showAhead(going: Going): boolean {
  return listener?.(going) ?? false;
}

/** Hears of moves before the router does: one at a time, the pages in the document. Returns how to stop. */
export function listenForGoing(next: Listener): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = undefined;
  };
}
