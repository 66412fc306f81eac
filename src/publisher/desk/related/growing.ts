/** A copy with room for at least `length` numbers, at least twice as many as there were. */
export function grown<Numbers extends Uint32Array | Uint16Array | Float64Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  const Kind = numbers.constructor as new (length: number) => Numbers;
  const larger = new Kind(Math.max(length, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}
