import { words } from './words.ts';

/** Why the reader's own things are off; see StorageProblem in reader/storage, which the type there checks. */
type Problem = 'missing' | 'silent' | 'blocked' | 'newer' | 'full' | 'damaged';

const problems: Record<Problem, string> = {
  missing: 'this browser does not let the page keep anything',
  silent: 'this browser’s storage does not answer',
  blocked: 'another tab holds an older form of it; close the other tabs and load this page again',
  newer: 'a newer version of this reader is open in another tab; load this page again',
  full: 'this device is full',
  damaged: 'what is stored could not be read',
};

const pictures = (count: number): string => (count === 1 ? 'One picture' : `${count} pictures`);

/** The second sheet of the catalogue: words of what is loaded after a page stands. */
export const ownWords = {
  undo: 'Undo',
  remove: 'Remove',
  removeStory: (headline: string) => `Remove: ${headline}`,
  saving: 'Saving',
  savedNow: (size: string, missing: number) =>
    missing === 0
      ? `Saved on this device, ${size}.`
      : `Saved on this device, ${size}. ${pictures(missing)} could not be had.`,
  removed: 'Removed from your saved stories.',
  notSaved: (problem: Problem) => `Not saved: ${problems[problem]}.`,
  off: (problem: Problem) => `Saving is off: ${problems[problem]}.`,
  listOff: (problem: Problem) =>
    `Your own things cannot be shown: ${problems[problem]}. Reading goes on as usual.`,
  damaged: (count: number) =>
    `${count === 1 ? 'One record' : `${count} records`} could not be read and ${count === 1 ? 'is' : 'are'} left as found.`,

  resume: 'Go on where you stopped',

  nothingSaved: `Nothing here yet. “${words.save}” stands beside each story.`,
  savedCount: (stories: string, size: string) => `${stories}, all on this device · ${size}`,
  savedAt: (when: string) => `Saved ${when}`,
  left: (left: number, minutes: number) => `${left} of ${minutes} min left`,
  read: 'Read',
  find: 'Find in these headlines',
  found: (stories: string) => `${stories} found`,
  newerOnes: 'Newer',
  olderOnes: 'Older',
  range: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  gone: (headline: string) => `Removed: ${headline}`,
} as const;
