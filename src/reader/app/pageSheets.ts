/** A part of the stylesheet, the same bytes on every page that carries it. */
export interface Sheet {
  name: string;
  text: string;
  /** True where every page carries it. */
  isForAll: boolean;
}

/**
 * Which parts of the stylesheet a page has to carry: those for all, and every other of which it uses a class.
 * @param body the page's markup; absent: a page in whose place any other may be shown, which carries all
 */
export function createSheetPicker<One extends Sheet>(
  sheets: readonly One[],
): (body: string | undefined) => readonly One[] {
  const sheetsOf = new Map<string, number[]>();
  for (const [at, { text }] of sheets.entries()) {
    for (const name of classesIn(text)) {
      const those = sheetsOf.get(name);
      if (those === undefined) sheetsOf.set(name, [at]);
      else those.push(at);
    }
  }
  // Pages of an edition have the same few hundred lists of classes.
  const known = new Map<string, readonly number[]>();
  const sheetsFor = (names: string): readonly number[] => {
    const those = known.get(names) ?? names.split(' ').flatMap((name) => sheetsOf.get(name) ?? []);
    known.set(names, those);
    return those;
  };
  return (body) => {
    if (body === undefined) return sheets;
    const wanted = new Set<number>();
    for (const [, names = ''] of body.matchAll(/ class="([^"]*)"/g)) {
      for (const at of sheetsFor(names)) wanted.add(at);
    }
    return sheets.filter(({ isForAll }, at) => isForAll || wanted.has(at));
  };
}

/** The names of classes in a sheet as the build writes it. */
function classesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))];
}
