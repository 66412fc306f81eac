import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Withdrawn } from '../../../src/model/story.ts';
import { StoryPage } from '../../../src/reader/pages/StoryPage.tsx';
import {
  arabicTrail,
  briefOf,
  moonPicture,
  relatedOf,
  site,
  storyOf,
  timeOf,
  trailOf,
} from './documents.ts';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

describe('a story', () => {
  test('says where it was taken over from, under which terms, and how machines took part', () => {
    const source = { name: 'The Harbour Courier', url: 'https://courier.example/moon' };
    const rights = 'Free to share with its name';
    const disclosure = 'Made with the help of a machine';
    showPage(<StoryPage story={storyOf({ source, rights, disclosure })} site={site} />);

    const link = screen.getByRole('link', { name: 'The Harbour Courier' });
    expect(link.getAttribute('href')).toBe('https://courier.example/moon');
    expect(screen.getByText(rights)).toBeTruthy();
    expect(screen.getByText(disclosure)).toBeTruthy();
  });

  test('stands with only a headline and a text, and invents nothing', () => {
    showPage(<StoryPage story={storyOf()} site={site} />);

    const article = screen.getByRole('article');
    expect(
      within(article)
        .getByRole('heading', { level: 1, name: 'The Moon is leaving us' })
        .getAttribute('tabindex'),
    ).toBe('-1');
    expect(article?.textContent).toMatch(
      /^The Moon is leaving us1 min readSaveMirrors on the Moon/,
    );
    expect(screen.queryByRole('time')).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('says who wrote it, where, when, and what it is about', () => {
    const story = storyOf({
      byline: { text: 'Sam Levin in Oxford', authors: [{ slug: 'sam-levin', name: 'Sam Levin' }] },
      dateline: 'Oxford',
      published: timeOf('04:10'),
      updated: timeOf('05:40'),
      label: 'Analysis',
      kicker: 'Astronomy',
      topics: [{ slug: 'apollo', name: 'Apollo', kind: 'tag' }],
      corrections: [{ at: timeOf('05:40'), text: 'The distance is in centimetres.' }],
    });
    showPage(<StoryPage story={story} site={site} />);

    expect(screen.getByRole('link', { name: 'Sam Levin' }).getAttribute('href')).toBe(
      '/news/author/sam-levin',
    );
    expect(screen.getByText('17 December 2025, 04:10').getAttribute('datetime')).toBe(
      '2025-12-17T04:10:00+00:00',
    );
    expect(screen.getByText('05:40')).toBeTruthy();
    expect(screen.getByText('Analysis').parentElement?.textContent).toContain('Analysis Astronomy');
    expect(screen.getByText(/return the light/).textContent).toMatch(/^Oxford Mirrors/);
    expect(screen.getByRole('link', { name: 'Apollo' }).getAttribute('href')).toBe(
      '/news/tag/apollo',
    );
    expect(screen.getByRole('region', { name: 'Corrections' }).textContent).toContain(
      'Correction, 17 December 2025, 05:40. The distance is in centimetres.',
    );
  });

  test('opens its picture full size by a plain link', () => {
    showPage(<StoryPage story={storyOf({ picture: moonPicture })} site={site} />);

    const figure = screen.getByRole('figure');
    expect(
      within(figure).getByRole('link', { name: 'A gibbous Moon. Full size' }).getAttribute('href'),
    ).toBe('/news/media/moon-1440.jpg');
    expect(figure.textContent).toContain('The Moon on the fourth day.Drawing: The Courier');
  });

  test('speaks its own language, and so does each headline of its related list', () => {
    const related = [arabicTrail, trailOf('clock', 'The clock that found longitude')];
    const { headline, language, dir } = arabicTrail;
    showPage(<StoryPage story={storyOf({ headline, language, dir, related })} site={site} />);

    expect(screen.getByRole('article').getAttribute('dir')).toBe('rtl');
    const list = screen.getByRole('region', { name: /Related/ });
    const [arabic, english] = within(list).getAllByRole('link');
    expect(arabic?.getAttribute('lang')).toBe('ar');
    expect(english?.hasAttribute('lang')).toBe(false);
  });

  test('leads on to 30 related headlines and the next story of its section', () => {
    const story = storyOf({
      related: relatedOf(30),
      section: { slug: 'science', name: 'Science' },
      next: trailOf('clock', 'The clock that found longitude'),
    });
    showPage(<StoryPage story={story} site={site} />);

    const list = screen.getByRole('region', { name: 'Related 30 headlines' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(30);
    const next = screen.getByRole('navigation', { name: 'Next in Science' });
    expect(
      within(next).getByRole('heading', { level: 2, name: 'The clock that found longitude' }),
    ).toBeTruthy();
  });
});

describe('a brief', () => {
  test('says that there is only a headline, where to look, and who named it', () => {
    const brief = briefOf({
      link: 'https://www.example.org/smelter',
      namedBy: [trailOf('moon', 'The Moon is leaving us')],
      related: relatedOf(3),
    });
    showPage(<StoryPage story={brief} site={site} />);

    expect(screen.getByRole('heading', { level: 1, name: 'A smelter is planned' })).toBeTruthy();
    expect(
      screen.getByText(/The Courier has the headline of this story and nothing more/),
    ).toBeTruthy();
    expect(
      screen.getByRole('link', { name: 'Look for it at example.org' }).getAttribute('href'),
    ).toBe('https://www.example.org/smelter');
    const namedBy = screen.getByRole('region', { name: 'Named by' });
    expect(within(namedBy).getByRole('link').getAttribute('href')).toBe('/news/story/moon');
    expect(screen.getByRole('region', { name: 'Related 3 headlines' })).toBeTruthy();
  });

  test('offers no link where the source gave none', () => {
    showPage(<StoryPage story={briefOf()} site={site} />);

    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a withdrawn story', () => {
  test('keeps its headline and the words on why it was taken back', () => {
    const { namedBy: _, ...base } = briefOf();
    const story: Withdrawn = {
      ...base,
      kind: 'withdrawn',
      notice: 'Its figures were wrong.',
      at: timeOf('09:00'),
      related: [trailOf('sun', 'The Sun')],
    };
    showPage(<StoryPage story={story} site={site} />);

    expect(screen.getByRole('heading', { level: 1, name: 'A smelter is planned' })).toBeTruthy();
    expect(
      screen.getByText('The Courier has taken this story back. It stood at this address.'),
    ).toBeTruthy();
    expect(screen.getByText('Its figures were wrong.')).toBeTruthy();
    expect(screen.getByText('Taken back on 17 December 2025')).toBeTruthy();
    // Nobody chose what is newest.
    expect(screen.getByRole('heading', { name: 'Latest' })).toBeTruthy();
    expect(screen.queryByText('The editor\u2019s choice')).toBeNull();
  });
});
