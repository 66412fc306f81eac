import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { late } from '../../../src/reader/ui/late.ts';

const Without = () => <p>without it</p>;

test.each([
  ['cannot be had', () => Promise.reject(new Error('gone'))],
  ['came empty, without its part', () => Promise.resolve(undefined)],
])('a page goes on without a part whose script %s', async (_, load) => {
  const Part = late(load, Without);
  render(
    <Suspense>
      <Part />
    </Suspense>,
  );
  expect(await screen.findByText('without it')).toBeDefined();
});

test('a part that came is shown', async () => {
  const Part = late(() => Promise.resolve(() => <p>the part</p>), Without);
  render(
    <Suspense>
      <Part />
    </Suspense>,
  );
  expect(await screen.findByText('the part')).toBeDefined();
});
