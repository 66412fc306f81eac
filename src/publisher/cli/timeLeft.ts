/** How much of the past counts for the pace, and how fast what is shown may change its mind; milliseconds. */
const memory = 8000;
const calm = 4000;
/** Nothing is foretold before this, milliseconds into a stage. */
const patience = 3000;
/** Between two measurements, milliseconds. */
const sample = 500;

/** Tells how long a stage will still take, in milliseconds; undefined while it cannot know. */
type TimeLeft = (stage: string, done: number, total: number) => number | undefined;

/**
 * An estimate for each stage by itself, as a page takes longer than a feed. It counts down with the clock and moves
 * towards what the pace says a little at a time, so that one slow picture does not make it jump.
 */
export function createTimeLeft(now: () => number): TimeLeft {
  let current = { stage: '', start: 0, at: 0, done: 0 };
  let pace: number | undefined;
  let shown: number | undefined;
  return (stage, done, total) => {
    const time = now();
    if (stage !== current.stage || done < current.done) {
      current = { stage, start: time, at: time, done };
      pace = shown = undefined;
      return undefined;
    }
    const passed = time - current.at;
    if (passed >= sample) {
      const latest = (done - current.done) / passed;
      pace = pace === undefined ? latest : towards(pace, latest, passed / memory);
      const left = pace === 0 ? undefined : (total - done) / pace;
      if (left !== undefined) {
        shown =
          shown === undefined ? left : towards(Math.max(0, shown - passed), left, passed / calm);
      }
      current = { ...current, at: time, done };
    }
    return time - current.start < patience ? undefined : shown;
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
