import type { Fetch } from '../fetch/feeds.ts';
import type { Files } from '../press/files.ts';

/** The outside world of a command. */
export interface Terminal {
  files: Files;
  /** Asks a web address. */
  fetch: Fetch;
  /** Standard input, to its end or until it is more than so many bytes. */
  readInput: (limit: number) => Promise<Uint8Array>;
  /** Absolute. */
  cwd: string;
  /** Folder of the built reader; absolute. */
  readerFolder: string;
  /** Absolute path of package.json, for the version. */
  packageFile: string;
  now: () => Date;
  /** To standard output. */
  print: (text: string) => void;
  /** To standard error. */
  complain: (text: string) => void;
  /** Whether a person watches standard error, so that a progress line may come and go. */
  isInteractive: boolean;
}
