/** Saves that follow each other within this time are one, milliseconds. */
const quiet = 80;
/** Nobody who saves all the time waits longer than this. */
const patience = 1000;

export interface Rounds {
  /** There is something new to do. */
  ask: () => void;
  /** Ends it; resolves when the round at work is over. */
  stop: () => Promise<void>;
}

/**
 * Works whenever it is asked, one round at a time: many askings at once are one round, and what is asked for during a
 * round gets a round of its own after it, so that the last save is always seen.
 * @param work handles its own failures
 */
export function createRounds(work: () => Promise<void>): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let waitingSince: number | undefined;
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isStopped = false;

  const begin = (): void => {
    timer = waitingSince = undefined;
    isAsked = running !== undefined;
    if (isAsked) return;
    running = work().finally(() => {
      running = undefined;
      if (isAsked && !isStopped) begin();
    });
  };

  return {
    ask() {
      if (isStopped) return;
      const now = performance.now();
      waitingSince ??= now;
      clearTimeout(timer);
      timer = setTimeout(begin, Math.min(quiet, Math.max(0, waitingSince + patience - now)));
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
