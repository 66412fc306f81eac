import type { PageDocument } from '../../model/document.ts';
import type { FullStory } from '../../model/story.ts';
import type { Config } from '../config.ts';
import type { Filed } from '../desk/filed.ts';
import type { Plan } from '../desk/plan.ts';
import type { ReaderBuild } from './assets.ts';
import type { Copies } from './bench.ts';
import type { Files } from './files.ts';
import type { Ledger } from './ledger.ts';
import type { PublishedStory } from './publishedStories.ts';

/** Turns one page into its HTML file, as text or as bytes. */
export type RenderPage = (page: {
  address: string;
  /** Absent: the page for unknown addresses. */
  document?: PageDocument;
  /** The document as it is published, for a renderer that hands it on. */
  json?: string;
  /** Compressed copies are wanted too, where the renderer can make them beside its pages. */
  hasCopies?: boolean;
}) => string | Promise<string | PrintedPage>;

/** A page's files, as bytes. */
export interface PrintedPage {
  html: Uint8Array<ArrayBuffer>;
  /** Compressed copies of the page and of its document, if they were made: see `copyEndings`. */
  copies?: { html: Uint8Array<ArrayBuffer>[]; json: Uint8Array<ArrayBuffer>[] };
}

/** What an edition is written from and to. */
export interface Printing {
  files: Files;
  /** Absolute path of the folder to publish into. */
  out: string;
  /** Absolute path of what the publisher remembers of that folder. */
  stateFolder: string;
  plan: Plan;
  config: Config;
  now: Date;
  /** Settings, reader and program are as they were when what is out was made. */
  isMadeAlike: boolean;
  build: ReaderBuild;
  render: RenderPage;
  ledger: Ledger;
  /** Nothing is taken for granted: everything is made, and what is there is compared with it. */
  isAnew: boolean;
  /** Which files get compressed copies. */
  copies: Copies;
  /** A story's own part, wherever it lies. */
  draftOf: (filed: Filed) => Promise<FullStory>;
  /** Files under media/ that the edition shows. */
  media: ReadonlySet<string>;
  /** Entries of the edition before that stay as they are: stories that were refused this time. */
  untouched: ReadonlySet<string>;
  /** Stories that go out or are taken back, for the journal. */
  stories: [string, PublishedStory][];
  /** Called while a few pages are being made on other threads, for what need not wait for them; never throws. */
  meanwhile?: () => void;
  progress: (stage: string, done: number, total: number) => void;
}

/** A printing of which it is known when its edition was published, for a reader. */
export type Timed = Printing & { time: Date };
