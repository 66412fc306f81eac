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

const records = (count: number): string => (count === 1 ? 'One record' : `${count} records`);

/** What an import did before it stopped. */
const addedBefore = (kept: number): string =>
  kept === 0
    ? 'Nothing was changed.'
    : `${records(kept)} of it ${kept === 1 ? 'was' : 'were'} added before and ${kept === 1 ? 'stays' : 'stay'}; nothing was lost.`;

/** Of the lines of a file: how many there are, and how many are new here. */
interface Counts {
  saved: readonly [number, number];
  visits: readonly [number, number];
  renewed: number;
  unreadable: number;
}

const inFile = ({ saved, visits, renewed, unreadable }: Counts): string =>
  [
    `${words.stories(saved[0])} (${saved[1]} new) and ${visits[0]} in the history (${visits[1]} new).`,
    ...(renewed > 0 ? [`${renewed} are later than what was here.`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be read.`] : []),
  ].join(' ');

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
  notRemoved: (problem: Problem) => `Not removed: ${problems[problem]}. It is here as before.`,
  notPutBack: (problem: Problem) =>
    `Not put back: ${problems[problem]}. Until you leave this page you can try again.`,
  off: (problem: Problem) => `Saving is off: ${problems[problem]}.`,
  listOff: (problem: Problem) =>
    `Your own things cannot be shown: ${problems[problem]}. Reading goes on as usual.`,
  damaged: (count: number) =>
    `${records(count)} could not be read and ${count === 1 ? 'is' : 'are'} left as found.`,

  install: {
    name: 'On your home screen',
    title: (site: string) => `Keep ${site} at hand.`,
    why: 'On your home screen it opens like an app, with or without a connection.',
    share:
      'Press Share, then “Add to Home Screen”: it opens like an app, with or without a connection.',
    install: 'Install',
    no: 'No, thanks',
    seen: 'All right',
  },

  openKept: (when: string) => `Read the copy you saved on ${when}`,
  resume: 'Go on where you stopped',

  device: {
    saved: 'Saved stories',
    traces: 'History, places and read marks',
    taken: 'Taken along',
    near: 'Kept by itself',
    reader: 'The reader',
    about: {
      near: 'The front page, what you opened and what stands near it. It comes back as you read.',
      reader:
        'What shows these pages without a connection. It goes when the site’s data is cleared.',
    },
    nothing: 'Nothing',
    total: (size: string, room: string | undefined) =>
      room === undefined ? `${size} in all.` : `${size} in all. This browser allows ${room}.`,
    openSaved: 'Open the list',
    removeAll: 'Remove all',
    removed: 'Removed.',
    lost: (count: number) => `${words.stories(count)} could not be put back.`,
    nothingBack: 'It could not be put back. It comes again as you read.',
    keeping: 'Keeping it',
    kept: 'This browser has agreed to keep it until you remove it.',
    maybe: 'This browser may clear it when the device runs out of room.',
    refused: 'This browser does not promise to keep it. Export what you would miss.',
    cannotAsk: 'This browser cannot be asked to keep it. Export what you would miss.',
    ask: 'Ask the browser to keep it',
    safari:
      'Safari clears what a site keeps after seven days without a visit, unless the site is on your home screen.',
    takeAway: 'Taking it away',
    aboutFile:
      'One file with your saved stories and their pictures, history, places and settings. Bringing it in adds to what is here and overwrites nothing.',
    export: 'Export everything',
    import: 'Bring in a file',
    add: 'Add these',
    leave: 'Leave it',
    working: 'One moment',
    exported: (left: number) =>
      left === 0
        ? 'The file went to the browser, which puts it among your downloads or asks you where.'
        : `The file went to the browser. ${records(left)} could not be read and ${left === 1 ? 'is' : 'are'} not in it.`,
    notExported: (problem: Problem) => `Nothing was exported: ${problems[problem]}.`,
    notAdded: (problem: Problem, kept: number) =>
      `Not everything could be added: ${problems[problem]}. ${addedBefore(kept)} You can try again.`,
    fileProblems: {
      foreign: () => 'This is not a file of this kind. Nothing was changed.',
      newer: () =>
        'A newer version of this reader wrote this file. Load this page again and try once more.',
      unreadable: (kept: number) =>
        `The file cannot be read: it was moved or changed meanwhile. ${addedBefore(kept)} Choose it again.`,
      large: () => 'This file is too large to be one of ours. Nothing was changed.',
    },
    holds: (counts: Counts) => `This file holds ${inFile(counts)}`,
    added: (counts: Counts) => `Added. The file held ${inFile(counts)}`,
  },

  nothingSaved: `Nothing here yet. “${words.save}” stands beside each story.`,
  savedCount: (stories: string, size: string) => `${stories}, all on this device · ${size}`,
  savedAt: (when: string) => `Saved ${when}`,
  left: (left: number, minutes: number) => `${left} of ${minutes} min left`,
  changes: {
    name: 'Changed since you read it',
    since: (when: string) => `You read it on ${when}.`,
    counts: (added: number, altered: number, removed: number) => {
      const parts = [
        ...(added > 0 ? [`${added} new`] : []),
        ...(altered > 0 ? [`${altered} changed`] : []),
        ...(removed > 0 ? [`${removed} taken out`] : []),
      ];
      const where = added + altered > 0 ? ' A bar stands beside what is new or changed.' : '';
      return parts.length === 0 ? '' : `Paragraphs: ${parts.join(', ')}.${where}`;
    },
    headline: (before: string) => `The headline was: ${before}`,
    marks: 'Show the bars',
    before: 'Show what it said before',
    added: ' (new)',
    altered: ' (changed)',
    saidBefore: 'Before:',
    takenOut: 'Taken out here:',
  },
  opened: 'Opened',
  nothingOpened: 'Nothing here yet. Stories appear when you open them.',
  clearHistory: 'Clear the history',
  historyCleared: 'The history is cleared, with your places and read marks.',
  find: 'Find in these headlines',
  found: (stories: string) => `${stories} found`,
  newerOnes: 'Newer',
  olderOnes: 'Older',
  range: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  gone: (headline: string) => `Removed: ${headline}`,
} as const;
