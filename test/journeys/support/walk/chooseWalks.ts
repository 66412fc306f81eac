import type { Broken, NamedFault, Point } from './breaks.ts';

/** Faults with which a request is broken that is of the same kind as another, which is broken with all of them. */
const waysForOthers = 3;

/** Every way to break every request, once and from there on. */
export function everyWalk(points: readonly Point[], faults: readonly NamedFault[]): Broken[] {
  return points.flatMap((point) =>
    faults.flatMap((fault) => [true, false].map((isOnce) => ({ point, fault, isOnce }))),
  );
}

/**
 * The walks of a whole walk. Of the requests that are alike one is broken with every fault, every other time for good
 * and not only once; those after it with a few, each with others.
 */
export function wholeWalk(points: readonly Point[], faults: readonly NamedFault[]): Broken[] {
  return [...byKind(points).values()].flatMap((alike, kind) =>
    alike.flatMap((point, nth) => {
      const from = kind + nth * waysForOthers;
      const count = nth === 0 ? faults.length : Math.min(waysForOthers, faults.length);
      return Array.from({ length: count }, (_, step) => (from + step) % faults.length).flatMap(
        (place) => {
          const fault = faults[place];
          const isOnce = (place + kind + nth) % 2 === 0;
          return fault === undefined ? [] : [{ point, fault, isOnce }];
        },
      );
    }),
  );
}

/** The requests by what they are for and what kind of file they bring. */
export function byKind(points: readonly Point[]): Map<string, Point[]> {
  const kinds = new Map<string, Point[]>();
  for (const point of points) {
    const kind = kindOf(point);
    kinds.set(kind, [...(kinds.get(kind) ?? []), point]);
  }
  return kinds;
}

/** `script: assets *.js`; what has an address of its own is a kind of its own. */
export function kindOf({ dest, path }: Point): string {
  const [folder = '', file] = path.slice(1).split('/');
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  const own = /^(?:saved|history|device)\.json$/.test(folder) ? 'own pages' : folder;
  return `${dest}: ${file === undefined ? own : `${folder} *${ending}`}`;
}
