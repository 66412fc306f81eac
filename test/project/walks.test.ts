import { expect, it } from 'vitest';
import { allFaults, type Broken, type Point } from '../journeys/support/walk/breaks.ts';
import { byKind, everyWalk, kindOf, wholeWalk } from '../journeys/support/walk/chooseWalks.ts';

const point = (dest: string, path: string, nth = 1): Point => ({ dest, path, nth });
const points = [
  point('document', '/'),
  point('empty', '/'),
  ...['a', 'b', 'c', 'd', 'e'].map((name) => point('empty', `/assets/${name}-1.js`)),
  point('script', '/assets/a-1.js'),
  point('empty', '/assets/a-1.css'),
  ...['moon', 'tide'].map((slug) => point('empty', `/story/${slug}.json`)),
  point('empty', '/story/moon'),
  point('empty', '/saved.json'),
  point('empty', '/device.json'),
];
const faults = allFaults('older');
const walks = wholeWalk(points, faults);
const faultsOf = (chosen: readonly Broken[]) => new Set(chosen.map(({ fault }) => fault.name));

it('tells requests apart by what they are for and what they bring', () => {
  expect([...byKind(points)].map(([kind, alike]) => `${kind} × ${alike.length}`)).toEqual([
    ...['document:  × 1', 'empty:  × 1', 'empty: assets *.js × 5', 'script: assets *.js × 1'],
    ...['empty: assets *.css × 1', 'empty: story *.json × 2', 'empty: story * × 1'],
    'empty: own pages × 2',
  ]);
});

it('breaks one of each kind with every fault, and each of the others with some', () => {
  for (const [kind, alike] of byKind(points)) {
    const ofKind = walks.filter(({ point: one }) => kindOf(one) === kind);
    expect(faultsOf(ofKind).size).toBe(faults.length);
    for (const one of alike) {
      expect(ofKind.filter((walk) => walk.point === one).length).toBeGreaterThanOrEqual(3);
    }
    const once = ofKind.filter(({ isOnce }) => isOnce).length;
    expect(Math.abs(once - ofKind.length / 2)).toBeLessThanOrEqual(ofKind.length / 4);
  }
});

it('makes no walk twice, and none that is not among all', () => {
  const nameOf = ({ point: { dest, path, nth }, fault, isOnce }: Broken): string =>
    [dest, path, nth, fault.name, isOnce].join(' ');
  const names = walks.map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  const all = new Set(everyWalk(points, faults).map(nameOf));
  expect(names.filter((name) => !all.has(name))).toEqual([]);
});
