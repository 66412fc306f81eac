import type { OwnThings } from './edition.ts';

/** What the pages with the reader's own things are called, on them and on a home screen. */
export const ownPageNames = {
  saved: 'Saved',
  history: 'History',
  device: 'On this device',
} as const satisfies Record<OwnThings['page'], string>;
