import { problemOf } from '../data/problems.ts';

/** React reports every error a boundary caught; a page that could not be had is said on the page and is no defect. */
export function reportCaught(error: unknown): void {
  if (problemOf(error) === undefined) console.error(error);
}
