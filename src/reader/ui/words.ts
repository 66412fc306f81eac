import type { List } from '../../model/edition.ts';
import { ownPageNames } from '../../model/ownPageNames.ts';
import type { Reason } from '../../model/trail.ts';

const plural = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${inThousands(count)} ${many}`;

/** `12345` → `12,345`. Not by `toLocaleString`: its first call loads tables, 20 ms in the middle of a first render. */
function inThousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A name or a time of the edition's in the middle of a sentence that may run the other way. */
const apart = (text: string): string =>
  /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text;

/** Every word the interface says, in English. A sentence with a number or a name is a function. */
export const words = {
  skipLink: 'Skip to the stories',
  back: 'Back',
  frontPage: 'Front page',
  sections: 'Sections',
  publishedAt: (clock: string) => `Published at ${clock}`,
  published: 'Published',
  updated: 'Updated',
  updatedAt: (clock: string) => `updated ${clock}`,
  minutes: (minutes: number) => `${minutes} min`,
  /** After the minutes, for those who listen. */
  ofReading: 'read',
  stories: (count: number) => plural(count, 'story', 'stories'),
  headlines: (count: number) => plural(count, 'headline', 'headlines'),

  partLost:
    'This part of the reader could not be fetched. The page stays as it is; load it again for the newest version.',

  related: 'Related',
  reasons: {
    'same-story': 'Same story',
    background: 'Background',
    'same-people': 'Same people',
    'same-place': 'Same place',
    'same-topic': 'Same topic',
    'series-next': 'Next in the series',
    'series-earlier': 'Earlier in the series',
    'also-today': 'Also today',
  } satisfies Record<Reason, string>,
  /** In a related list: the editor named it and gave no reason. */
  chosen: 'The editor’s choice',
  /** In the related list of a headline: whose list they share. */
  sameList: 'Named in the same list',
  headlineOnly: 'headline only',
  takenBack: 'taken back',
  latest: 'Latest',
  nextIn: (section: string) => `Next in ${section}`,
  next: 'Next story',
  topics: 'Topics',
  nothingYet: (site: string) => `${site} has published no stories yet.`,

  openPicture: (alt: string) =>
    alt === '' ? 'Open the picture full size' : `${alt.replace(/[.。]$/, '')}. Full size`,
  undescribed: 'Picture without description',
  table: 'Table',
  code: 'Code',
  embedLeaves: (host: string) => `Opens ${host}`,
  from: 'From',
  correction: 'Correction',
  corrections: 'Corrections',

  brief: {
    kicker: 'Headline only',
    explanation: (site: string) =>
      `${site} has the headline of this story and nothing more. The full text is not in this edition.`,
    source: (host: string) => `Look for it at ${host}`,
    namedBy: 'Named by',
  },
  withdrawn: {
    kicker: 'Taken back',
    explanation: (site: string) => `${site} has taken this story back. It stood at this address.`,
    on: (date: string) => `Taken back on ${date}`,
  },

  listKinds: {
    section: undefined,
    tag: 'Topic',
    author: 'Author',
    archive: 'Archive',
  } satisfies Record<List['kind'], string | undefined>,
  page: (page: number) => `Page ${page}, counted from the oldest`,
  pages: 'Pages of this list',
  older: 'Older stories',
  newer: 'Newer stories',
  emptyList: 'There are no stories here.',
  archive: 'Archive',
  allMonths: 'All months',
  emptyArchive: 'There is nothing in the archive yet.',

  colophon: {
    edition: 'This edition',
    editionOf: (day: string, clock: string | undefined, stories: string) =>
      clock === undefined
        ? `${apart(day)}. ${stories}.`
        : `${apart(day)}, published at ${apart(clock)}. ${stories}.`,
    unheard: (from: string | undefined, date: string) =>
      `${from === undefined ? 'Some news' : `News from ${apart(from)}`} may be missing since ${apart(date)}.`,
    earlier: 'Earlier',
    about: (site: string) => `About ${site}`,
    colophon: 'Colophon',
    set: 'Set in a subset of Source Serif 4. No advertisements, no tracking, no account.',
  },

  notFound: {
    title: 'Not in this edition',
    happened: 'There is no page at this address. It may have been mistyped, or it never was.',
    stillHere: 'Elsewhere in this edition',
  },
  retry: 'Try again',
  done: 'Done',
  stale: {
    title: 'Not the newest copy.',
    asOf: (when: string) =>
      `This page is as it was on ${when}; the newer one could not be fetched.`,
  },
  problems: {
    offline: {
      title: 'No connection',
      happened: 'This page is not here yet, and there is no connection to fetch it with.',
      can: 'Pages you have opened can still be read. Try again when you are connected.',
    },
    timeout: {
      title: 'This is taking too long',
      happened: 'The page was asked for, but no answer came.',
      can: 'The connection may be slow just now. Try again, or read on from the front page.',
    },
    server: {
      title: 'The page could not be fetched',
      happened: 'The place this edition is kept at answered with an error. The fault is not yours.',
      can: 'Try again in a little while; the rest of the edition may still open.',
    },
    'sign-in': {
      title: 'This network wants you to sign in',
      happened: 'The network you are on answered with a page of its own in the place of this one.',
      can: 'Sign in to the network, then try again.',
    },
    newer: {
      title: 'Update to read this edition',
      happened: 'This edition was published in a newer form than the reader on this device knows.',
      can: 'Load the page again to get the newer reader. Nothing you have kept is lost.',
    },
    unreadable: {
      title: 'The page arrived damaged',
      happened: 'What came is not a page that can be read, so none of it is shown.',
      can: 'Try again; if it stays so, the rest of the edition can still be read.',
    },
  },
  device: {
    lines: {
      offline: 'No connection.',
      weak: 'The line is weak.',
      server: 'The place this edition is kept at is in trouble.',
      'sign-in': 'This network wants you to sign in.',
    },
    asOf: (when: string) => `You are reading this page as of ${when}.`,
    noneNewer: 'Nothing newer has come yet.',
    stays: 'What you are reading stays.',
    signIn: 'Sign in',
    here: 'On this device',
    headlineHere: 'Headline only',
    whatIsHere: 'What is here',
    newerPage: 'There is a newer copy of this page.',
    show: 'Show it',
    keepReading: 'Keep reading',
    readable: 'On this device you can read',
    nothing: 'Nothing is kept on this device yet. Pages you open are kept for the next time.',
  },
  edition: {
    ready: 'A newer edition is ready.',
    counts: (added: number, changed: number) =>
      [
        added > 0 && plural(added, 'new story', 'new stories'),
        changed > 0 && `${plural(changed, 'story', 'stories')} changed`,
      ]
        .filter((part) => part !== false)
        .join(', '),
    open: 'Open it',
    look: 'Look for a newer edition while I read',
  },
  take: {
    name: 'Take along',
    title: 'Take this edition along',
    why: 'What is taken along opens without a connection, until you remove it. It follows the newest edition by itself.',
    all: 'The whole edition',
    sections: 'Only a section',
    take: 'Take',
    takeNamed: (name: string) => `Take along: ${name}`,
    size: (stories: string, bytes: string) => `${stories} · ${bytes}`,
    running: 'Taking it along',
    paused: 'Paused',
    waiting: 'Not all of it is here yet',
    full: 'This device is full',
    here: 'This edition is on this device',
    partsHere: (names: string) => `${names}: on this device`,
    far: (stories: { done: number; total: number }, done: string, total: string) =>
      `${stories.done} of ${plural(stories.total, 'story', 'stories')} · ${done} of ${total}`,
    failed: (count: number) =>
      `${plural(count, 'file', 'files')} could not be fetched. It goes on when the line is back.`,
    noRoom: 'What came so far stays. Make room on this device, then try again.',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    unknown: 'What there is to take along cannot be told just now.',
    impossible: 'This browser does not let a site keep pages on the device.',
  },
  loading: 'Loading',
  titleOfListPage: (title: string, page: number) => `${title}, page ${page}`,

  kept: {
    title: 'Your saved copy.',
    removed: (when: string) =>
      `This publication has removed the story. You saved it on ${when}, and your copy stays.`,
    unreachable: (when: string) =>
      `The story itself cannot be fetched just now. You saved this on ${when}.`,
  },
  save: 'Save',
  marks: { read: 'Read', changed: 'Changed since you read it' },
  own: {
    saved: {
      name: ownPageNames.saved,
      about:
        'Stories you save are kept whole on this device, pictures too, and open without a connection.',
    },
    history: {
      name: ownPageNames.history,
      about: 'What you opened on this device, newest first. Nobody else can see it.',
    },
    device: {
      name: ownPageNames.device,
      about:
        'What this publication keeps for you in this browser. There is no account; nothing of it is sent anywhere.',
    },
  },
  notLoaded: 'This list could not be loaded. Load the page again when you are connected.',

  appearance: {
    name: 'Appearance',
    reset: 'Back to the usual setting',
    sample: 'The delay shows the distance widening by 3.8 centimetres a year.',
    theme: {
      legend: 'Paper',
      system: 'System',
      light: 'Light',
      sepia: 'Sepia',
      dark: 'Dark',
      contrast: 'Contrast',
    },
    size: { legend: 'Text size', step: (step: number) => `${step} of 7` },
    lines: { legend: 'Lines', close: 'Close', normal: 'Normal', open: 'Open' },
    measure: { legend: 'Column', narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    face: { legend: 'Face', serif: 'Serif', system: 'System' },
  },
} as const;

/** What is said to readers without script. Apart, since where one runs nobody sees it: only a printed page needs it. */
export const wordsWithoutScript = {
  needed:
    'Saving stories, reading without a connection and the text’s size need scripts, which are switched off.',
  neededHere:
    'This page lists what your browser keeps for you, which only a script can read. Scripts are switched off.',
} as const;
