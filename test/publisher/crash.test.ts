import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCrashes, type Crashes } from './crashes.ts';
import { randomNumbers } from './wire/randomNumbers.ts';

/** All points are tried by `npm run test:faults`; a few of them, always the same, here. */
const tried = 8;

describe.each([
  ['an edition that changes', false, false],
  ['a first edition', true, false],
  ['an edition that gets compressed copies', false, true],
])('%s', (_, isFirst, compress) => {
  let crashes: Crashes;
  beforeAll(async () => {
    crashes = await openCrashes(isFirst, compress);
  }, 60_000);
  afterAll(() => crashes.close());

  it.skipIf(compress)(
    'is whole whenever its publisher is killed, and the next run needs no hand',
    async () => {
      const next = randomNumbers(isFirst ? 5 : 7);
      for (let times = 0; times < tried; times += 1) {
        const at = 1 + Math.floor(next() * crashes.operations);
        expect(await crashes.failAt(at, { kind: 'killed' }), `killed at ${at}`).toEqual([]);
      }
    },
    60_000,
  );

  it('is whole after the power went, whatever the disk had not yet taken', async () => {
    const next = randomNumbers(isFirst ? 17 : 19);
    for (let times = 0; times < tried; times += 1) {
      const at = 1 + Math.floor(next() * crashes.changes);
      expect(await crashes.cutAt(at, next), `the power went at ${at}`).toEqual([]);
    }
  }, 60_000);

  it.skipIf(compress)(
    'is whole when the disk refuses something',
    async () => {
      const next = randomNumbers(isFirst ? 11 : 13);
      for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS']) {
        const at = 1 + Math.floor(next() * crashes.operations);
        const fault = { kind: 'refused', code } as const;
        expect(await crashes.failAt(at, fault), `${code} at ${at}`).toEqual([]);
      }
    },
    60_000,
  );
});
