import type { Site } from '../../model/edition.ts';

/** What a notice at the foot of the page needs to know of it. */
export interface PageShown {
  site: Site;
  address: string;
  /** Version of the document on screen. */
  version: string | undefined;
}
