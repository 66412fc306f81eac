/** What has to be known about a machine to find a Chromium on it. */
export interface Machine {
  platform: string;
  isRoot: boolean;
  /** Path of a command; undefined when there is none. */
  which: (command: string) => Promise<string | undefined>;
  /** Whether a program starts. */
  canRun: (file: string) => Promise<boolean>;
  /** Runs a command to its end; true when it went well. */
  run: (command: string, args: string[]) => Promise<boolean>;
  /** Path of the Chromium of the npm package; undefined when it cannot be unpacked. */
  unpack: () => Promise<string | undefined>;
}

export const chromiumFlags: string[];

export function findChromium(options?: {
  env?: Record<string, string | undefined>;
  log?: (sentence: string) => void;
  machine?: Machine;
  wantsLight?: boolean;
}): Promise<{ path: string; from: string; light: string | undefined }>;
