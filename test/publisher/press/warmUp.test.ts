import { expect, it } from 'vitest';
import { warmUp } from '../../../src/publisher/press/warmUp.ts';

it('makes its pages of nothing as any others are made', () => {
  expect(warmUp).not.toThrow();
});
