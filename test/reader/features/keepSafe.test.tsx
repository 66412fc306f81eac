import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { KeepSafe } from '../../../src/reader/features/device/KeepSafe.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** @param storage what the browser has of its storage manager */
function open(storage: object | undefined) {
  vi.stubGlobal('navigator', { storage });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <KeepSafe />
    </QueryClientProvider>,
  );
}

const ask = 'Ask the browser to keep it';
const maybe = 'This browser may clear it when the device runs out of room.';

async function press() {
  await screen.findByText(maybe);
  const button = await screen.findByRole('button', { name: ask });
  await vi.waitFor(() => expect(button).toHaveProperty('disabled', false));
  fireEvent.click(button);
}

test('a browser that agrees is said to keep it, and is not asked again', async () => {
  open({ persisted: async () => false, persist: async () => true });
  await press();
  await screen.findByText('This browser has agreed to keep it until you remove it.');
  expect(screen.queryByRole('button')).toBeNull();
});

const refusals: Record<string, () => Promise<boolean>> = {
  'says no': async () => false,
  fails: async () => {
    throw new DOMException('not here', 'SecurityError');
  },
  'throws before it answers': () => {
    throw new TypeError('Storage is disabled');
  },
};
for (const [how, persist] of Object.entries(refusals)) {
  test(`a browser that ${how} promises nothing, and the page says so`, async () => {
    open({ persisted: async () => false, persist });
    await press();
    await screen.findByText(
      'This browser does not promise to keep it. Export what you would miss.',
    );
    expect(screen.queryByRole('button')).toBeNull();
  });
}

for (const [what, storage] of Object.entries({
  'without a storage manager': undefined,
  'that cannot say': {},
  'that says but cannot be asked': { persisted: async () => false },
})) {
  test(`a browser ${what} is said to be one that cannot be asked`, async () => {
    open(storage);
    await screen.findByText('This browser cannot be asked to keep it. Export what you would miss.');
    expect(screen.queryByRole('button')).toBeNull();
  });
}
