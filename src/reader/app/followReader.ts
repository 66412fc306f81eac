import { keepPosition } from '../features/position/keepPosition.ts';
import { ownOf } from '../storage/own.ts';

interface Following {
  base: string;
  address: string;
}

/** What the reader's own things need to know of a page while it is shown. Returns how to stop. */
export function followReader({ base, address }: Following): () => void {
  const own = ownOf(base);
  const stops = [keepPosition(own, address)];
  return () => {
    for (const stop of stops) stop();
  };
}
