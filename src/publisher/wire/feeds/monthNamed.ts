const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month of an English name or its short form, `01` to `12`. */
export function monthNamed(name: string): string | undefined {
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : String(month).padStart(2, '0');
}
