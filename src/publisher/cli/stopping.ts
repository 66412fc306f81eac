import { exit } from './exit.ts';

/** How long the work may take to come to a clean end once it is to stop, milliseconds. */
const patience = 3000;

/** Signals that ask a program to end, each with the exit code that says so: 128 and its number. */
const codes = { SIGHUP: exit.hungUp, SIGINT: exit.interrupted, SIGTERM: exit.terminated } as const;

export type StopSignal = keyof typeof codes;
export const stopSignals = Object.keys(codes) as StopSignal[];

/** Thrown at the next safe point after somebody asked the program to end. */
export class Stopped extends Error {
  readonly code: number;
  constructor(signal: StopSignal) {
    super('Stopped. What was published before is whole.');
    this.code = codes[signal];
  }
}

interface Signals {
  /** Calls the listener on each such signal, until the function given back is called. */
  onSignal: (listener: (signal: StopSignal) => void) => () => void;
  /** Ends the program here and now. */
  quit: (code: number) => void;
}

/**
 * Lets work that is asked to end come to a safe point: it calls `check` there, which then throws `Stopped`. Who asks a
 * second time, or has waited for three seconds, gets the end at once; every file is then whole all the same.
 */
export async function untilStopped<Result>(
  { onSignal, quit }: Signals,
  work: (check: () => void) => Promise<Result>,
): Promise<Result> {
  let stopped: Stopped | undefined;
  let timer: NodeJS.Timeout | undefined;
  const release = onSignal((signal) => {
    if (stopped !== undefined) return quit(stopped.code);
    stopped = new Stopped(signal);
    const { code } = stopped;
    timer = setTimeout(() => quit(code), patience);
  });
  try {
    return await work(() => {
      if (stopped !== undefined) throw stopped;
    });
  } finally {
    clearTimeout(timer);
    release();
  }
}

/** Waits until somebody asks the program to end; `asked` is called at that moment. */
export function stopOf(
  { onSignal }: Pick<Signals, 'onSignal'>,
  asked: () => void = () => undefined,
): Promise<void> {
  return new Promise((resolve) => {
    const release = onSignal(() => {
      release();
      asked();
      resolve();
    });
  });
}
