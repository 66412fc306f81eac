/**
 * Why a page could not be had, told apart because a reader can do something different about each:
 * `offline` no connection · `timeout` the line hangs · `server` the host is in trouble · `not-here` no such page in this
 * edition · `newer` written for a newer reader than this one · `unreadable` the answer is not what it should be,
 * for example a sign-in page in its place.
 */
export type LoadProblemKind =
  | 'offline'
  | 'timeout'
  | 'server'
  | 'not-here'
  | 'newer'
  | 'unreadable';

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
