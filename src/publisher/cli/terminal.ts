import type { Fetch } from '../fetch/safeFetch.ts';
import type { Files } from '../press/files.ts';
import type { Threads } from '../threads/openThreads.ts';
import type { StopSignal } from './stopping.ts';

/** The outside world of a command. */
export interface Terminal {
  files: Files;
  /** Asks a web address. */
  fetch: Fetch;
  /** Standard input, to its end or until it is more than so many bytes. */
  readInput: (limit: number) => Promise<Uint8Array>;
  /** Absolute. */
  cwd: string;
  /** What the person types to call the command. */
  called: string;
  /** Folder of the built reader; absolute. */
  readerFolder: string;
  /** Absolute path of package.json, for the version. */
  packageFile: string;
  /** Where the built command lies, whose files carry hashes in their names; absolute. */
  programFolder: string;
  /** Starts the threads that take work off a publisher. */
  openThreads: () => Threads;
  /** Folder for what need not last; absolute. */
  temporaryFolder: string;
  now: () => Date;
  /** To standard output. */
  print: (text: string) => void;
  /** To standard error. */
  complain: (text: string) => void;
  /** Whether a person watches standard error, on a screen where a line can be drawn over. */
  isInteractive: boolean;
  /** Characters in a line of that screen. */
  columns: () => number;
  /** Calls the listener whenever somebody asks the program to end, until the function given back is called. */
  onSignal: (listener: (signal: StopSignal) => void) => () => void;
  /** Calls the listener whenever the person at the terminal presses Enter, until the function given back is called. */
  onEnter: (listener: () => void) => () => void;
  /** Ends the program here and now. */
  quit: (code: number) => void;
}
