/** Exit codes; 64 and 75 as in sysexits.h, 129 and more as shells have them for signals. */
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
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
