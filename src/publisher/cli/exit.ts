/** Exit codes; 64 and 75 as in sysexits.h. */
export const exit = {
  /** Something usable came out. */
  fine: 0,
  /** A defect of ours, or the machine would not let us. */
  failed: 1,
  /** Nothing usable; with --strict, anything refused. */
  nothing: 2,
  misused: 64,
  /** Another publisher is at work on the same folder. */
  busy: 75,
} as const;
