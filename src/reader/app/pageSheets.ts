/** A part of the stylesheet, the same bytes on every page that carries it. */
export interface Sheet {
  name: string;
  text: string;
}

/**
 * Which parts of the stylesheet a page has to carry: the first, and every other of which it uses a class.
 * @param body the page's markup; absent: a page in whose place any other may be shown, which carries all
 */
export function createSheetPicker<One extends Sheet>(
  sheets: readonly One[],
): (body: string | undefined) => readonly One[] {
  const classes = sheets.map(({ text }) => classesIn(text));
  return (body) => {
    if (body === undefined) return sheets;
    const used = new Set(
      [...body.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    return sheets.filter(
      (_, at) => at === 0 || classes[at]?.some((name) => used.has(name)) === true,
    );
  };
}

/** The names of classes in a sheet as the build writes it. */
function classesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))];
}
