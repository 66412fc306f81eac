import { problemOf } from '../data/problems.ts';

/** React reports every error a boundary caught; a page that could not be had is said on the page and is no defect. */
export function reportCaught(error: unknown): void {
  // A defect of ours: the console is where whoever mends it will look.
  // oxlint-disable-next-line no-console
  if (problemOf(error) === undefined) console.error(error);
}
