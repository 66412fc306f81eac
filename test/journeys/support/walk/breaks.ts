import type { Fault } from '../../../support/faults.ts';
import type { Asked } from '../../../support/faultyHost.ts';

/** A fault by the name it is counted under. */
export interface NamedFault {
  name: string;
  fault: Fault;
}

/**
 * Every way in which one answer can go wrong.
 * @param older folder of an earlier release, for an edge of the network that is behind
 */
export function allFaults(older: string): NamedFault[] {
  const named = (name: string, fault: Fault): NamedFault => ({ name, fault });
  return [
    named('refused', { kind: 'refuse' }),
    named('reset', { kind: 'reset', after: 'half' }),
    named('hangs', { kind: 'hang' }),
    named('stalls', { kind: 'hang', after: 'half' }),
    named('drips', { kind: 'drip', bytes: 6000 }),
    named('cut, length', { kind: 'cut', after: 'half', framing: 'length' }),
    named('cut, chunked', { kind: 'cut', after: 'half', framing: 'chunked' }),
    named('cut, close', { kind: 'cut', after: 'half', framing: 'close' }),
    named('busy', { kind: 'status', status: 503 }),
    named('not found', { kind: 'status', status: 404 }),
    named('wrong type', { kind: 'type', type: 'text/plain' }),
    named('captive', { kind: 'captive' }),
    named('redirect', { kind: 'redirect', to: '/sign-in-here' }),
    named('flipped', { kind: 'flip', at: 'half' }),
    named('empty', { kind: 'swap', body: '' }),
    named('older release', { kind: 'other-release', folder: older }),
  ];
}

/** One request of a journey, found again in the next walk of it: what it is for, where, and the how-manieth. */
export interface Point {
  dest: string;
  path: string;
  nth: number;
}

/** One walk: which request of a journey is broken, and how. */
export interface Broken {
  point: Point;
  fault: NamedFault;
  /** Else everything is broken from there on. */
  isOnce: boolean;
}

/** The requests of a journey, in an order of their own: those that are under way at once come in any. */
export function pointsOf(asked: readonly Asked[]): Point[] {
  const count = new Map<string, number>();
  const points = asked.map(({ dest, path }) => {
    const key = `${dest} ${path}`;
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return { dest, path, nth };
  });
  const order = ({ dest, path, nth }: Point): string => `${path} ${dest} ${nth}`;
  return points.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** A rule that breaks a request, once or from there on everything; `wasMet` tells whether it came to it. */
export function breakAt(point: Point, { fault }: NamedFault, isOnce: boolean) {
  let met = 0;
  const rule = ({ dest, path }: Asked): Fault | undefined => {
    // What a redirect leads to is a sign-in page.
    if (path === '/sign-in-here') return { kind: 'captive' };
    const isIt = dest === point.dest && path === point.path;
    if (isIt) met += 1;
    if (isOnce ? isIt && met === point.nth : met >= point.nth) return fault;
    return undefined;
  };
  return { rule, wasMet: () => met >= point.nth };
}
