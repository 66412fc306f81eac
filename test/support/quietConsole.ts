import { afterEach, beforeEach, vi } from 'vitest';

// A stray console error or warning is a defect: React uses them to say what we did wrong.
beforeEach(() => {
  vi.spyOn(console, 'error')
    .mockName('console.error')
    .mockImplementation(() => undefined);
  vi.spyOn(console, 'warn')
    .mockName('console.warn')
    .mockImplementation(() => undefined);
});

afterEach(() => {
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`the console said: ${said.map(String).join('\n')}`);
});
