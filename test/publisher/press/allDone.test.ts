import { expect, it } from 'vitest';
import { allDone } from '../../../src/publisher/press/allDone.ts';

it('says what went wrong once nothing is under way any more', async () => {
  let isOver = false;
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
    isOver = true;
    return isOver;
  });
  await expect(allDone([Promise.reject(new Error('disk full')), slow])).rejects.toThrow(
    'disk full',
  );
  expect(isOver).toBe(true);
});
