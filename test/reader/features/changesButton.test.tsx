import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import type { Block } from '../../../src/model/body.ts';
import type { FullStory } from '../../../src/model/story.ts';
import { createQueryClient } from '../../../src/reader/data/queryClient.ts';
import { FullStoryPage } from '../../../src/reader/pages/FullStoryPage.tsx';
import { ownOf } from '../../../src/reader/storage/own.ts';
import { fingerprintOf, recordReading } from '../../../src/reader/storage/readings.ts';
import { SiteProvider } from '../../../src/reader/ui/site.ts';
import { WholeProvider } from '../../../src/reader/ui/whole.ts';
import { site, storyOf } from '../app/edition.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [text] });
/** More than a screen of text, and a paragraph after it. */
const earlier: FullStory = {
  ...storyOf('moon', 'The Moon is leaving us', []),
  body: [paragraph('The Moon recedes. '.repeat(200)), paragraph('The days grow longer.')],
};
const now: FullStory = {
  ...earlier,
  version: 'fedcba9876543210',
  body: [...earlier.body, paragraph('A month grows longer too.')],
};

test('a change below the first screen is marked also when the rest of the page comes later', async () => {
  vi.stubGlobal('requestIdleCallback', (rest: () => void) => setTimeout(rest));
  await recordReading(ownOf(site.base), fingerprintOf(earlier, 0), 'moon');
  const client = createQueryClient();
  const pageOf = (isWhole: boolean): ReactNode => (
    <MemoryRouter>
      <QueryClientProvider client={client}>
        <SiteProvider value={site}>
          <WholeProvider value={isWhole}>
            <main>
              <FullStoryPage story={now} />
            </main>
          </WholeProvider>
        </SiteProvider>
      </QueryClientProvider>
    </MemoryRouter>
  );
  const { rerender } = render(pageOf(false));
  // Long enough for what looks for changes to be here, were it asked.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(screen.queryByText('A month grows longer too.')).toBeNull();
  rerender(pageOf(true));
  await screen.findByRole('button', { name: 'Changed since you read it' });
  await waitFor(() => {
    const marked = document.querySelectorAll('[data-change]');
    expect([...marked].map(({ textContent }) => textContent)).toEqual([
      'A month grows longer too.',
    ]);
  });
});
