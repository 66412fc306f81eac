/** The settings a reader can choose, with the usual one first: it is what no attribute on <html> means. */
export const choices = {
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  size: ['4', '1', '2', '3', '5', '6', '7'],
  lines: ['normal', 'close', 'open'],
  measure: ['normal', 'narrow', 'wide'],
  face: ['serif', 'system'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Setting = keyof typeof choices;
export type Appearance = { readonly [Name in Setting]: (typeof choices)[Name][number] };

export const settings = Object.keys(choices) as Setting[];

/** The usual appearance: the system's theme, middle size. */
export const usualAppearance: Appearance = {
  theme: 'system',
  size: '4',
  lines: 'normal',
  measure: 'normal',
  face: 'serif',
};

/** Appearance from storage: what cannot be read is as usual. */
export function parseAppearance(text: string | null): Appearance {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '{}');
  } catch {
    stored = {};
  }
  const record = stored !== null && typeof stored === 'object' ? stored : {};
  const entries = settings.map((name) => {
    const value: unknown = Reflect.get(record, name);
    const known = choices[name].find((choice) => choice === value);
    return [name, known ?? usualAppearance[name]];
  });
  return Object.fromEntries(entries) as Appearance;
}

/** What is kept: only what differs from the usual, so that the first script stays small. */
export function appearanceText(appearance: Appearance): string {
  const chosen = settings.filter((name) => appearance[name] !== usualAppearance[name]);
  return JSON.stringify(Object.fromEntries(chosen.map((name) => [name, appearance[name]])));
}
