import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Colophon } from '../../../src/reader/furniture/Colophon.tsx';
import { Masthead } from '../../../src/reader/furniture/Masthead.tsx';
import { frontOf, site, timeOf } from '../pages/documents.ts';
import { showPage } from '../pages/showPage.tsx';

afterEach(cleanup);

describe('the masthead', () => {
  test('is the heading of the front page and carries its day', () => {
    const dayLine = { day: 'Wednesday 17 December 2025', time: '06:00' };
    showPage(<Masthead site={site} current="/" dayLine={dayLine} />);

    const name = screen.getByRole('heading', { level: 1, name: 'The Courier' });
    expect(within(name).getByRole('link').getAttribute('href')).toBe('/news/');
    expect(screen.getByText(/Wednesday 17 December 2025/).textContent).toContain(
      'Published at 06:00',
    );
    expect(screen.getByRole('link', { name: 'Front page' }).getAttribute('aria-current')).toBe(
      'page',
    );
  });

  test('leaves the heading to the page elsewhere, and the tagline stands where the day was', () => {
    showPage(<Masthead site={{ ...site, tagline: 'Since 1890' }} current="/section/science" />);

    expect(screen.queryByRole('heading')).toBeNull();
    expect(screen.getByText('Since 1890')).toBeTruthy();
    const sections = screen.getByRole('navigation', { name: 'Sections' });
    expect(within(sections).getByRole('link', { current: 'page' }).textContent).toContain(
      'Science',
    );
  });

  test('marks a section on its further pages too', () => {
    showPage(<Masthead site={site} current="/section/science/2" />);

    expect(screen.getByRole('link', { name: 'Science' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'History' }).hasAttribute('aria-current')).toBe(false);
  });
});

describe('the colophon', () => {
  test('speaks of the edition on the front page only', () => {
    const months = ['2025-12', '2025-11', '2025-10', '2025-09'].map((month) => {
      return { month, name: month, stories: 1 };
    });
    showPage(<Colophon site={site} edition={frontOf({ stories: 42, months })} />);

    const foot = screen.getByRole('contentinfo');
    expect(foot.textContent).toContain(
      'Wednesday 17 December 2025, published at 06:00. 42 stories.',
    );
    expect(within(foot).getByRole('link', { name: '2025-10' }).getAttribute('href')).toBe(
      '/news/archive/2025/10',
    );
    expect(within(foot).queryByRole('link', { name: '2025-09' })).toBeNull();
  });

  test('says of which sources news may be missing, and since when', () => {
    const since = timeOf('06:00');
    const unheard = [{ name: 'The Wire', since }, { since }];
    showPage(<Colophon site={site} edition={frontOf({ unheard })} />);

    const foot = screen.getByRole('contentinfo');
    expect(foot.textContent).toContain(
      'News from The Wire may be missing since 17 December 2025.Some news may be missing since',
    );
    cleanup();
    showPage(<Colophon site={site} edition={frontOf()} />);
    expect(screen.getByRole('contentinfo').textContent).not.toContain('missing');
  });

  test('leads to the archive and the pages of the publisher everywhere', () => {
    showPage(<Colophon site={site} />);

    expect(screen.queryByText('This edition')).toBeNull();
    expect(screen.getByRole('link', { name: 'All months' }).getAttribute('href')).toBe(
      '/news/archive',
    );
    expect(screen.getByRole('link', { name: 'Imprint' }).getAttribute('href')).toBe(
      '/news/imprint',
    );
  });
});
