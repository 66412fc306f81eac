/** How long work may take before anything is shown, milliseconds. */
const patience = 1000;
const interval = 100;

interface ProgressLine {
  show: (stage: string, done: number, total: number) => void;
  /** Takes the line away again. */
  clear: () => void;
}

/** One line that says what is going on during long work; nothing where no person watches. */
export function createProgressLine(
  isInteractive: boolean,
  write: (text: string) => void,
  now: () => number,
): ProgressLine {
  if (!isInteractive) return { show: () => undefined, clear: () => undefined };
  const start = now();
  let shownAt = 0;
  return {
    show(stage, done, total) {
      const time = now();
      if (time - start < patience || time - shownAt < interval) return;
      shownAt = time;
      write(`\r\u001b[K${stage} ${done} of ${total}`);
    },
    clear() {
      if (shownAt > 0) write('\r\u001b[K');
    },
  };
}
