import type { SourcePlace } from '../sources.ts';

/** A ref as the editor would type it: `week.json [3]` → `sources/week.json [3]`. @param sources by name */
export function showRef(
  ref: string,
  sources: ReadonlyMap<string, Pick<SourcePlace, 'shown'>>,
): string {
  const whole = sources.get(ref);
  if (whole !== undefined) return whole.shown;
  const [, file = ref, index = ''] = /^(.*?)( \[\d+\])?$/s.exec(ref) ?? [];
  return (sources.get(file)?.shown ?? file) + index;
}
