/** A ref as the editor would type it: `week.json [3]` → `sources/week.json [3]` */
export function showRef(ref: string, shown: ReadonlyMap<string, string>): string {
  const whole = shown.get(ref);
  if (whole !== undefined) return whole;
  const [, file = ref, index = ''] = /^(.*?)( \[\d+\])?$/s.exec(ref) ?? [];
  return (shown.get(file) ?? file) + index;
}
