import { endOfTag } from './htmlWords.ts';

/** Elements whose content is never words of the story: without an end tag they take the rest of the story with them. */
const holders =
  /<(!--|(?:iframe|script|style|title|textarea|noembed|noframes|template|video|audio|canvas)(?=[\s/>]))/gi;

/**
 * HTML in which elements that hide what they hold end where their writers meant them to. Feeds write `<iframe … />` and
 * forget `</video>` or `-->`; a browser then shows nothing of what follows. Looks at each character once.
 */
export function closeEarly(html: string): string {
  const parts: string[] = [];
  const ends = new Map<string, NextMark>();
  let from = 0;
  holders.lastIndex = 0;
  for (let match = holders.exec(html); match !== null; match = holders.exec(html)) {
    const [, written = ''] = match;
    const name = written.toLowerCase();
    if (name === '!--') {
      const start = match.index + 4;
      // HTML ends a comment at `<!-->` and at `--!>` too.
      const isEmpty = /^-?>/.test(html.slice(start, start + 2));
      const end = isEmpty ? start : nextOf(ends, html, name, /--!?>/g, start);
      if (end === -1) {
        parts.push(html.slice(from, match.index));
        from = start;
      }
      holders.lastIndex = Math.max(end, start);
      continue;
    }
    const start = endOfTag(html, match.index);
    if (start === -1) break;
    holders.lastIndex = start;
    const end = nextOf(ends, html, `/${name}`, new RegExp(`</${name}(?=[\\s/>])`, 'gi'), start);
    const another = nextOf(ends, html, name, new RegExp(`<${name}(?=[\\s/>])`, 'gi'), start);
    const isClosedByItself =
      /["'\s]\/>$/.test(html.slice(start - 3, start)) &&
      (end === -1 || isBetween(another, start, end));
    // Code that never ends is still no words.
    const isForgotten = end === -1 && name !== 'script' && name !== 'style';
    if (isClosedByItself || isForgotten) {
      parts.push(html.slice(from, start), `</${name}>`);
      from = start;
    } else if (end !== -1) {
      holders.lastIndex = end;
    }
  }
  return from === 0 ? html : parts.join('') + html.slice(from);
}

/** Where a mark was found last; -1 when there is none any more. */
interface NextMark {
  at: number;
}

function nextOf(
  known: Map<string, NextMark>,
  html: string,
  name: string,
  mark: RegExp,
  from: number,
): number {
  const before = known.get(name);
  if (before !== undefined && (before.at === -1 || before.at >= from)) return before.at;
  mark.lastIndex = from;
  const at = mark.exec(html)?.index ?? -1;
  known.set(name, { at });
  return at;
}

function isBetween(offset: number, from: number, to: number): boolean {
  return offset >= from && offset < to;
}
