/**
 * Why a page could not be had, told apart because a reader can do something different about each:
 * `offline` no connection · `timeout` the line hangs · `server` the host is in trouble · `not-here` no such page in this
 * edition · `sign-in` a network that wants a sign-in answers in the host's place · `newer` written for a newer reader than this one · `unreadable` the answer is not what it should be.
 */
export const loadProblemKinds = [
  'offline',
  'timeout',
  'server',
  'not-here',
  'sign-in',
  'newer',
  'unreadable',
] as const;
export type LoadProblemKind = (typeof loadProblemKinds)[number];

export interface LoadProblem {
  kind: LoadProblemKind;
}

/** Carries a LoadProblem through the query library, which reports failure by throwing. */
export class LoadError extends Error {
  override name = 'LoadError';
  readonly problem: LoadProblem;

  constructor(kind: LoadProblemKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.problem = { kind };
  }
}

/** The problem of anything thrown; undefined when it is a defect of ours. */
export function problemOf(error: unknown): LoadProblem | undefined {
  return error instanceof LoadError ? error.problem : undefined;
}
