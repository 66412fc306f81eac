/**
 * Numbers that stand for texts, and keys made of such numbers. A run compares every page with what it was made from
 * before, and to hash all that text again would be most of a run in which one story changed. They tell honest changes
 * apart, two of 2⁵³; nothing that must not be forged may depend on them.
 */

/** The two lanes of the number that is being made. */
let one = 0;
let other = 0;

function begin(): void {
  one = 0x3c6e_f372;
  other = 0x510e_527f;
}

/** Every step can be undone, so that what differs once never falls together again by itself. */
function take(value: number): void {
  one = Math.imul(one ^ value, 0x9e37_79b1);
  one = (one << 13) | (one >>> 19);
  other = Math.imul(other + value, 0x85eb_ca77);
  other = (other << 17) | (other >>> 15);
}

function takeText(text: string): void {
  for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at));
  take(text.length);
}

function takeMark(mark: number): void {
  take(mark | 0);
  take((mark / 0x1_0000_0000) | 0);
}

/** Lets each bit of the lanes change all others. */
function end(): void {
  for (let round = 0; round < 2; round += 1) {
    one = Math.imul(one ^ (one >>> 16) ^ other, 0x7feb_352d);
    other = Math.imul(other ^ (other >>> 15) ^ one, 0x846c_a68b);
  }
  one ^= one >>> 16;
  other ^= other >>> 16;
}

/** A number of 53 bits that stands for a text and, when given, for what was marked before. */
export function markOf(text: string, ...marks: readonly number[]): number {
  begin();
  takeText(text);
  for (const mark of marks) takeMark(mark);
  end();
  return (other & 0x1f_ffff) * 0x1_0000_0000 + (one >>> 0);
}

/** 16 hex that stand for texts and marks in their order. */
export function keyOf(texts: readonly (string | undefined)[], marks: readonly number[]): string {
  begin();
  for (const text of texts) {
    if (text === undefined) take(-1);
    else takeText(text);
  }
  take(-2);
  for (const mark of marks) takeMark(mark);
  end();
  return hex(one) + hex(other);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
