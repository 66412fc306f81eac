const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/** The month of an English name or its short form of three letters or more, `01` to `12`: `Sept`, not `Maybe`. */
export function monthNamed(name: string): string | undefined {
  const written = name.toLowerCase();
  const month = months.findIndex((one) => written.length > 2 && one.startsWith(written)) + 1;
  return month === 0 ? undefined : String(month).padStart(2, '0');
}
