/**
 * Offset of the next item's tag behind a fault, or behind the end tag of the item that it is in; what is quoted in
 * between is passed over. @param locals names of items without prefix
 */
export function findNextItem(
  text: string,
  fault: number,
  locals: ReadonlySet<string>,
): number | undefined {
  const marks = /<!--|<!\[CDATA\[|<(\/?)([^\s<>/]{1,200})/g;
  marks.lastIndex = text.startsWith('</', fault) ? fault : fault + 1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [written, slash, name = ''] = mark;
    if (name === '') {
      const end = text.indexOf(written === '<!--' ? '-->' : ']]>', mark.index);
      if (end === -1) return undefined;
      marks.lastIndex = end;
    } else if (locals.has(name.slice(name.indexOf(':') + 1))) {
      if (slash !== '/') return mark.index;
      const end = text.indexOf('>', mark.index);
      return end === -1 ? undefined : end + 1;
    }
  }
  return undefined;
}
