import { createProgress } from './progress.ts';
import { untilStopped } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/**
 * Does long work that tells how far it is; each time is also a safe point to stop at.
 * @throws {Stopped} when it was asked to end
 */
export function withProgress<Result>(
  terminal: Terminal,
  work: (progress: (stage: string, done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  const { isInteractive, columns, complain } = terminal;
  const now = (): number => terminal.now().getTime();
  const progress = createProgress({ isInteractive, columns, write: complain, now });
  return untilStopped(terminal, (check) =>
    work((stage, done, total) => {
      check();
      progress.show(stage, done, total);
    }),
  ).finally(progress.clear);
}
