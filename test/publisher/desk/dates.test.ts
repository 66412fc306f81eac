import { describe, expect, it } from 'vitest';
import { dayLine, monthName, storyTime } from '../../../src/publisher/desk/dates.ts';
import { now } from './copy.ts';

describe('a time as readers see it', () => {
  it('is written the British way in English', () => {
    const time = {
      at: '2025-12-17T04:10:00+00:00',
      day: '2025-12-17',
      date: '17 December 2025',
      brief: '17 Dec',
      clock: '04:10',
    };
    expect(storyTime(time.at, 'en-GB', 'UTC')).toEqual(time);
    expect(storyTime(time.at, 'en', 'UTC')).toEqual(time);
  });

  it('writes midnight as 00:00 and never as 24:00', () => {
    expect(storyTime('2025-12-17T00:00:00Z', 'en-GB', 'UTC').clock).toBe('00:00');
    expect(storyTime('2025-12-17T00:00:00Z', 'en-US', 'UTC').clock).toBe('00:00');
  });

  it('is the British one in a language without dates of its own, on every machine', () => {
    for (const language of ['ht', 'tlh']) {
      expect(storyTime('2025-12-17', language, 'UTC').date).toBe('17 December 2025');
    }
  });

  it('is that of the edition’s zone', () => {
    expect(storyTime('2025-12-31T23:30:00Z', 'en-GB', 'Asia/Tokyo')).toMatchObject({
      day: '2026-01-01',
      date: '1 January 2026',
      clock: '08:30',
    });
  });

  it('keeps its own day and clock when the source gave no zone', () => {
    expect(storyTime('2019-11-20T23:30:00', 'en-GB', 'Asia/Tokyo')).toEqual({
      at: '2019-11-20T23:30:00',
      day: '2019-11-20',
      date: '20 November 2019',
      brief: '20 Nov',
      clock: '23:30',
    });
  });

  it('has no clock when the source gave a day only', () => {
    const time = storyTime('2019-11-20', 'en-GB', 'America/Los_Angeles');
    expect(time).toMatchObject({ day: '2019-11-20', date: '20 November 2019' });
    expect(time).not.toHaveProperty('clock');
  });

  it('has the form of the edition’s language', () => {
    expect(storyTime('2025-12-17T04:10:00Z', 'de', 'UTC')).toMatchObject({
      date: '17. Dezember 2025',
      clock: '04:10',
    });
    expect(storyTime('2025-12-17T04:10:00Z', 'ja', 'UTC').date).toBe('2025年12月17日');
  });

  it('counts its day by the Gregorian calendar in every language', () => {
    expect(storyTime('2025-12-17T04:10:00Z', 'fa', 'UTC').day).toBe('2025-12-17');
    expect(monthName('2025-12', 'th')).toContain('2025');
  });
});

describe('the masthead', () => {
  it('says weekday and date', () => {
    expect(dayLine(now, 'en-GB', 'UTC')).toBe('Wednesday 17 December 2025');
    expect(dayLine(now, 'en', 'America/Los_Angeles')).toBe('Tuesday 16 December 2025');
  });
});

describe('a month of the archive', () => {
  it('has a name', () => expect(monthName('2025-12', 'en-GB')).toBe('December 2025'));
});
