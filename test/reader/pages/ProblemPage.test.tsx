import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NotFoundPage } from '../../../src/reader/pages/NotFoundPage.tsx';
import { ProblemPage } from '../../../src/reader/pages/ProblemPage.tsx';
import { site } from './documents.ts';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

describe('an address the edition does not have', () => {
  test('says so and shows what is here instead', () => {
    showPage(<NotFoundPage site={site} />);

    expect(screen.getByRole('heading', { level: 1, name: 'Not in this edition' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Front page' }).getAttribute('href')).toBe('/news/');
    expect(screen.getByRole('link', { name: 'Science' }).getAttribute('href')).toBe(
      '/news/section/science',
    );
    expect(screen.getAllByRole('link', { name: 'Archive' })[0]?.getAttribute('href')).toBe(
      '/news/archive',
    );
  });
});

describe('a page that could not be had', () => {
  const titles = [
    ['offline', 'No connection'],
    ['timeout', 'This is taking too long'],
    ['server', 'The page could not be fetched'],
    ['newer', 'Update to read this edition'],
    ['unreadable', 'The page arrived damaged'],
  ] as const;

  test.each(titles)('is told apart when the problem is %s', (kind, title) => {
    showPage(<ProblemPage kind={kind} site={site} />);

    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Front page' })).toBeTruthy();
  });

  test('can be asked for again', () => {
    const retry = vi.fn<() => void>();
    showPage(<ProblemPage kind="server" site={site} onRetry={retry} />);

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(retry).toHaveBeenCalledOnce();
  });
});
