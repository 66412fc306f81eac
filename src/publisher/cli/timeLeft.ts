/** How much of the past counts for the pace, and how fast what is shown may change its mind; milliseconds. */
const memory = 8000;
const calm = 4000;
/** Nothing is foretold before so much of a stage was measured, milliseconds. */
const patience = 3000;
/** Between two measurements, and as what a longer one counts: a pause is one slow piece, not the pace. Milliseconds. */
const sample = 500;
const longest = 1000;

/** Tells how long a stage will still take, in milliseconds; undefined while it cannot know. */
type TimeLeft = (stage: string, done: number, total: number) => number | undefined;

/**
 * An estimate for each stage by itself, as a page takes longer than a feed. It counts down with the clock and moves
 * towards what the pace says a little at a time, so that one slow picture does not make it jump.
 */
export function createTimeLeft(now: () => number): TimeLeft {
  let current = { stage: '', measured: 0, at: 0, done: 0 };
  let pace = 0;
  let shown: number | undefined;
  return (stage, done, total) => {
    const time = now();
    if (stage !== current.stage || done < current.done) {
      current = { stage, measured: 0, at: time, done };
      pace = 0;
      shown = undefined;
      return undefined;
    }
    const passed = time - current.at;
    if (passed >= sample) {
      const counts = Math.min(passed, longest);
      const measured = current.measured + counts;
      // The mean of all at first, then of the last few seconds.
      pace += ((done - current.done) / passed - pace) * (counts / Math.min(measured, memory));
      const left = pace > 0 ? (total - done) / pace : undefined;
      if (left !== undefined) {
        const told = current.measured < patience ? undefined : shown;
        shown =
          told === undefined ? left : towards(Math.max(0, told - passed), left, counts / calm);
      }
      current = { stage, measured, at: time, done };
    }
    return current.measured < patience ? undefined : shown;
  };
}

function towards(from: number, to: number, time: number): number {
  return to + (from - to) * Math.exp(-time);
}

/** `about 35 s left`: coarser the further away, as nobody can know better. */
export function formatTimeLeft(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 7.5) return 'a few seconds left';
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  return `about ${(Math.ceil(minutes / 6) / 10).toFixed(1)} h left`;
}
