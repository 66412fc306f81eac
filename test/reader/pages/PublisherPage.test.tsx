import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PublisherPage } from '../../../src/reader/pages/PublisherPage.tsx';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

test('a page of the publisher shows its title and its text in its own language', () => {
  showPage(
    <PublisherPage
      page={{
        schema: 'lede-page/1',
        kind: 'page',
        version: '0123456789abcdef',
        slug: 'impressum',
        headline: 'Impressum',
        language: 'de',
        dir: 'ltr',
        body: [
          { type: 'heading', level: 3, children: ['Verlag'] },
          { type: 'paragraph', children: ['Anschrift'] },
        ],
      }}
    />,
  );

  expect(screen.getByRole('article').getAttribute('lang')).toBe('de');
  expect(screen.getByRole('heading', { level: 1, name: 'Impressum' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: 'Verlag' })).toBeTruthy();
  expect(screen.getByText('Anschrift')).toBeTruthy();
});
