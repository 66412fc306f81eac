import { describe, expect, it } from 'vitest';
import { gate } from '../../../src/publisher/desk/gate.ts';
import { now, wired } from './copy.ts';

describe('the gate of the desk', () => {
  it('holds back a draft and says so', () => {
    const { through, held } = gate([wired({ draft: true })], now, 'UTC');
    expect(through).toEqual([]);
    expect(held).toMatchObject([{ ref: 'stories/moon.json', problem: { code: 'held-draft' } }]);
  });

  it('holds back what is under embargo, until the minute it ends', () => {
    const later = wired({ ref: 'later', embargo: '2025-12-17T04:11:00Z' });
    const past = wired({ ref: 'past', embargo: '2025-12-17T05:10:00+01:00' });
    const { through, held } = gate([later, past], now, 'UTC');
    expect(through).toEqual([past]);
    expect(held).toMatchObject([{ ref: 'later', problem: { code: 'held-embargo' } }]);
  });

  it('reads an embargo without an offset by the clocks of the edition', () => {
    const at = (embargo: string, timeZone: string): number =>
      gate([wired({ embargo })], now, timeZone).through.length;
    // It is 13:10 in Tokyo, and the evening before in New York.
    expect(at('2025-12-17T13:10', 'Asia/Tokyo')).toBe(1);
    expect(at('2025-12-17T13:11', 'Asia/Tokyo')).toBe(0);
    expect(at('2025-12-17', 'Asia/Tokyo')).toBe(1);
    expect(at('2025-12-17', 'America/New_York')).toBe(0);
  });

  it('lets nothing slip through an embargo that is no time', () => {
    expect(gate([wired({ embargo: 'next week' })], now, 'UTC').through).toEqual([]);
  });

  it.each(['cancelled', 'withheld', 'protected'] as const)(
    'holds back what its source calls %s',
    (withheld) => {
      const { through, held } = gate([wired({ withheld })], now, 'UTC');
      expect(through).toEqual([]);
      expect(held).toMatchObject([{ problem: { code: `held-${withheld}` } }]);
    },
  );

  it('holds back what is past its time', () => {
    expect(gate([wired({ expires: '2025-12-17T04:00:00Z' })], now, 'UTC').through).toEqual([]);
    expect(gate([wired({ expires: 'soon' })], now, 'UTC').through).toEqual([]);
    expect(gate([wired({ expires: '2026-01-01T00:00:00Z' })], now, 'UTC').through).toHaveLength(1);
  });
});
