import { describe, expect, it } from 'vitest';
import { onTheSafeSide, parseSourceTime } from '../../../../src/publisher/wire/feeds/sourceTime.ts';

describe('a time as sources write it', () => {
  it.each([
    ['2026-08-21T10:25:11+02:00', '2026-08-21T10:25:11+02:00'],
    ['2026-08-21T10:25:11.123456Z', '2026-08-21T10:25:11Z'],
    ['2026-08-21 10:25:11 +0200', '2026-08-21T10:25:11+02:00'],
    ['20120711T120000+0100', '2012-07-11T12:00:00+01:00'],
    ['2026-08-21T10:25+02', '2026-08-21T10:25:00+02:00'],
    ['2026-08-21T10:25:11', '2026-08-21T10:25:11'],
    ['2026-08-21', '2026-08-21'],
    ['Fri, 21 Aug 2026 10:25:11 GMT', '2026-08-21T10:25:11Z'],
    ['Fri, 21 Aug 2026 10:25:11 EST', '2026-08-21T10:25:11-05:00'],
    ['21 Aug 26 1:25', '2026-08-21T01:25'],
    ['Fr, 21 Aug 2026 10:25:11 +0200', '2026-08-21T10:25:11+02:00'],
    ['Пт, 21 Aug 2026 10:25:11 +0300', '2026-08-21T10:25:11+03:00'],
    ['vie., 20 nov. 2026 10:25 GMT', '2026-11-20T10:25:00Z'],
    // A zone whose name says nothing is none.
    ['Fri, 21 Aug 2026 10:25:11 IST', '2026-08-21T10:25:11'],
    ['May 1, 2026', '2026-05-01'],
    ['Sept. 1st, 2026', '2026-09-01'],
    ['1st of May 2026', '2026-05-01'],
    ['2026/05/01', '2026-05-01'],
    ['2026-5-1', '2026-05-01'],
    ['01.05.2026', '2026-05-01'],
    ['1. 5. 2026', '2026-05-01'],
    ['2026年5月1日', '2026-05-01'],
    ['2026년 5월 1일', '2026-05-01'],
    ['1787300711', '2026-08-21T08:25:11Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
  ])('reads %s as %s', (written, read) => {
    expect(parseSourceTime(written)).toBe(read);
  });

  it.each([
    '2025-02-30T10:00:00Z',
    '0000-00-00T00:00:00',
    '9999-12-31',
    '2025-13-01',
    '2025-01-01T25:00:00Z',
    '2026',
    'yesterday',
    '05/01/2026',
    '31.02.2026',
    'Maybe 1, 2026',
    'Mardi 5, 2026',
    '',
    '1'.repeat(1000),
    12,
    null,
    {},
  ])('does not guess what %j is', (written) => {
    expect(parseSourceTime(written)).toBeUndefined();
  });

  it('holds a zone-less embargo until it has come everywhere, and lets a zone-less expiry come first', () => {
    expect(onTheSafeSide('2026-08-21T10:25', 'embargo')).toBe('2026-08-21T10:25:00-12:00');
    expect(onTheSafeSide('2026-08-21', 'expiry')).toBe('2026-08-21T00:00:00+14:00');
    expect(onTheSafeSide('2026-08-21T10:25:00Z', 'embargo')).toBe('2026-08-21T10:25:00Z');
  });
});
