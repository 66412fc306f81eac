import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ArchiveIndex } from '../../../src/model/edition.ts';
import { MonthsPage } from '../../../src/reader/pages/MonthsPage.tsx';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

const archive = (months: ArchiveIndex['months']): ArchiveIndex => ({
  schema: 'lede-archive/1',
  kind: 'months',
  version: '0123456789abcdef',
  months,
});

test('the archive leads to every month, under its year', () => {
  const months = [
    { month: '2026-01', name: 'January 2026', stories: 1200 },
    { month: '2025-12', name: 'December 2025', stories: 1 },
  ];
  showPage(<MonthsPage months={archive(months)} />);

  expect(screen.getByRole('heading', { level: 1, name: 'Archive' })).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 2 }).map((year) => year.textContent)).toEqual([
    '2026',
    '2025',
  ]);
  const [january, december] = screen.getAllByRole('listitem');
  expect(january?.textContent).toContain('January 20261,200 stories');
  expect(december?.textContent).toContain('December 20251 story');
  expect(
    within(december ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('/news/archive/2025/12');
});

test('an archive without stories says so', () => {
  showPage(<MonthsPage months={archive([])} />);

  expect(screen.getByText('There is nothing in the archive yet.')).toBeTruthy();
});
