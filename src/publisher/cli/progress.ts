import { createTimeLeft, formatTimeLeft } from './timeLeft.ts';

/** How long work may take before anything is shown, and between two drawings of the bar; milliseconds. */
const patience = 1000;
const interval = 100;
/** Between two lines where no person watches, milliseconds. */
const lineInterval = 10_000;
const longestBar = 30;
const shortestBar = 8;

interface Progress {
  show: (stage: string, done: number, total: number) => void;
  /** Takes the bar away again. */
  clear: () => void;
}

interface Screen {
  /** Whether a person watches, on a screen where a line can be drawn over. */
  isInteractive: boolean;
  /** Characters in a line, as they may change with the window. */
  columns: () => number;
  write: (text: string) => void;
  /** Milliseconds. */
  now: () => number;
}

/**
 * Says what is going on during long work: a bar that is drawn over where a person watches, else a line every ten
 * seconds, so that a log shows life. Quick work is not spoken of. No colours, so nobody has to switch them off.
 */
export function createProgress({ isInteractive, columns, write, now }: Screen): Progress {
  const timeLeft = createTimeLeft(now);
  const start = now();
  let shownAt = isInteractive ? start + patience - interval : start;
  let isDrawn = false;
  return {
    show(stage, done, total) {
      const left = timeLeft(stage, done, total);
      const time = now();
      if (time - shownAt < (isInteractive ? interval : lineInterval)) return;
      shownAt = time;
      const count = `${formatNumber(done)} of ${formatNumber(total)}`;
      const rest = left === undefined ? '' : `, ${formatTimeLeft(left)}`;
      if (isInteractive) {
        write(`\r\u001b[K${fit(stage, done / Math.max(total, 1), `${count}${rest}`, columns())}`);
        isDrawn = true;
      } else write(`${stage}: ${count}${rest}\n`);
    },
    clear() {
      if (isDrawn) write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

/** The last column stays free: a full line would wrap, and could not be drawn over. */
function fit(stage: string, share: number, rest: string, columns: number): string {
  const room = columns - 1 - stage.length - rest.length - 4;
  const width = Math.min(longestBar, room);
  if (width < shortestBar) return `${stage} ${rest}`.slice(0, Math.max(0, columns - 1));
  const full = Math.round(width * Math.min(1, share));
  return `${stage} [${'#'.repeat(full)}${'-'.repeat(width - full)}] ${rest}`;
}

function formatNumber(number: number): string {
  return number.toLocaleString('en-GB');
}
