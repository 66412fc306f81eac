import { publishFolder, storyOf } from './edition.ts';

/** An edition of two stories. */
export const old = await publishFolder([
  storyOf('moon', 'The Moon is leaving'),
  storyOf('tide', 'Tides'),
]);
/** The one after it, in which the story about the Moon has changed. */
export const next = await publishFolder([
  storyOf('moon', 'The Moon is leaving us'),
  storyOf('tide', 'Tides'),
]);
