import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Lead } from '../../../src/model/edition.ts';
import { FrontPage } from '../../../src/reader/pages/FrontPage.tsx';
import {
  arabicTrail,
  frontOf,
  moonPicture,
  relatedOf,
  site,
  timeOf,
  trailOf,
} from './documents.ts';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

const lead: Lead = {
  trail: trailOf('moon', 'The Moon is leaving us', {
    kicker: 'Astronomy',
    byline: 'Science desk',
    published: timeOf('05:40'),
    minutes: 3,
    picture: moonPicture,
  }),
  standfirst: 'About as fast as a fingernail grows.',
  opening: ['Mirrors on the Moon return the light of lasers.'],
  related: relatedOf(17),
};

describe('the front page', () => {
  test('opens with the lead story and all 17 of its related headlines', () => {
    showPage(<FrontPage front={frontOf({ lead })} site={site} />);

    const story = screen.getByRole('article');
    expect(within(story).getByText('Astronomy')).toBeTruthy();
    expect(within(story).getByText('About as fast as a fingernail grows.').className).toContain(
      'standfirst',
    );
    expect(
      within(story).getByRole('link', { name: 'The Moon is leaving us' }).getAttribute('href'),
    ).toBe('/news/story/moon');
    const related = screen.getByRole('region', { name: 'Related 17 headlines' });
    expect(within(related).getAllByRole('link')).toHaveLength(17);
  });

  test('fetches the lead picture first and says what it shows', () => {
    showPage(<FrontPage front={frontOf({ lead })} site={site} />);

    const picture = screen.getByRole('img', { name: 'A gibbous Moon' });
    expect(picture.getAttribute('fetchpriority')).toBe('high');
    expect(picture.hasAttribute('loading')).toBe(false);
    expect(picture.getAttribute('width')).toBe('1440');
  });

  test('lets the first words of the story stand under the headline when it has no standfirst', () => {
    const bare: Lead = {
      trail: trailOf('moon', 'The Moon is leaving us'),
      opening: ['The first words.', 'The second words.'],
      related: [],
    };
    showPage(<FrontPage front={frontOf({ lead: bare })} site={site} />);

    expect(screen.getByText('The first words.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: /Related/ })).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('time')).toBeNull();
  });

  test('marks the language of each headline that is not in the language of the site', () => {
    const second = [trailOf('clock', 'The clock that found longitude'), arabicTrail];
    showPage(<FrontPage front={frontOf({ second })} site={site} />);

    const [english, arabic] = screen.getAllByRole('article');
    expect(english?.hasAttribute('lang')).toBe(false);
    expect(arabic?.getAttribute('lang')).toBe('ar');
    expect(arabic?.getAttribute('dir')).toBe('rtl');
  });

  test('keeps its headings in order: packages at 2, their stories and related list below', () => {
    const strips = [
      { section: { slug: 'history', name: 'History' }, trails: [trailOf('clock', 'The clock')] },
    ];
    showPage(<FrontPage front={frontOf({ lead, strips })} site={site} />);

    const headings = screen.getAllByRole('heading').map(({ tagName, textContent }) => {
      return `${tagName} ${textContent}`;
    });
    expect(headings).toEqual([
      'H2 The Moon is leaving us',
      'H3 Related 17 headlines',
      'H4 The editor’s choice',
      'H2 History',
      'H3 The clock',
    ]);
  });

  test('gives the hour of stories of the day in Latest, and the date of older ones', () => {
    const latest = [
      trailOf('tides', 'Why the tide comes twice', { published: timeOf('05:55') }),
      trailOf('keys', 'The order of the keys', { published: timeOf('23:10', 16) }),
      trailOf('undated', 'A story without a date'),
    ];
    showPage(<FrontPage front={frontOf({ latest })} site={site} />);

    const rows = within(screen.getByRole('region', { name: /Latest/ })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '05:55Why the tide comes twice',
      '16 DecThe order of the keys',
      'A story without a date',
    ]);
  });

  test('says so when nothing has been published yet', () => {
    showPage(<FrontPage front={frontOf()} site={site} />);

    expect(screen.getByText('The Courier has published no stories yet.')).toBeTruthy();
  });
});
