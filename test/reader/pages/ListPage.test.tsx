import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ListPage } from '../../../src/reader/pages/ListPage.tsx';
import { arabicTrail, listOf, moonPicture, timeOf, trailOf } from './documents.ts';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

describe('a list of stories', () => {
  test('names the section, counts its stories and leads to each', () => {
    const trails = [
      trailOf('moon', 'The Moon is leaving us', {
        picture: moonPicture,
        published: timeOf('04:10'),
      }),
      arabicTrail,
    ];
    showPage(<ListPage list={listOf({ stories: 2, trails, older: '/section/science/1' })} />);

    expect(screen.getByRole('heading', { level: 1, name: 'Science' })).toBeTruthy();
    expect(screen.getByText('2 stories')).toBeTruthy();
    const [first, second] = screen.getAllByRole('article');
    expect(first?.textContent).toContain('The Moon is leaving us17 December 2025');
    expect(second?.getAttribute('lang')).toBe('ar');
    const pages = screen.getByRole('navigation', { name: 'Pages of this list' });
    expect(within(pages).getByRole('link', { name: 'Older stories' }).getAttribute('href')).toBe(
      '/news/section/science/1',
    );
    expect(within(pages).queryByRole('link', { name: 'Newer stories' })).toBeNull();
  });

  test('says what kind of list it is and which page of it', () => {
    showPage(
      <ListPage
        list={listOf({ kind: 'tag', title: 'Apollo', page: 3, newer: '/tag/apollo', trails: [] })}
      />,
    );

    expect(screen.getByText('Topic')).toBeTruthy();
    expect(screen.getByText('Page 3, counted from the oldest')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Newer stories' }).getAttribute('href')).toBe(
      '/news/tag/apollo',
    );
  });

  test('says so when it is empty', () => {
    showPage(<ListPage list={listOf({ stories: 0 })} />);

    expect(screen.getByText('There are no stories here.')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });
});
