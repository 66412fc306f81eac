import { reasons, type Reason } from '../../model/trail.ts';
import { present } from './present.ts';

/** A headline in a related list: a story or a brief of an edition. */
export interface Link {
  slug: string;
  /** Absent when the editor gave none. */
  reason?: Reason;
}

/**
 * A related list as text, for each headline its slug and a digit that stands for its reason, `-` for none, a line each:
 * an archive holds such a list for each of its stories, and half a million links are a heavy thing to hold as objects.
 */
export type LinkLines = string;

export function toLinkLines(links: readonly Link[]): LinkLines {
  return links
    .map(({ slug, reason }) => `${slug} ${reason === undefined ? '-' : reasons.indexOf(reason)}`)
    .join('\n');
}

export function linksIn(lines: LinkLines): Link[] {
  return lines === '' ? [] : lines.split('\n').map(toLink);
}

function toLink(line: string): Link {
  return { slug: line.slice(0, -2), ...present({ reason: reasons[Number(line.at(-1))] }) };
}

/**
 * The marks of the headlines of a list, each with its reason.
 * @param shortOf the mark of a headline, undefined for one that is not here
 */
export function marksOf(lines: LinkLines, shortOf: (slug: string) => number | undefined): number[] {
  const marks: number[] = [];
  for (let from = 0; from < lines.length;) {
    const end = lines.indexOf('\n', from);
    const to = end < 0 ? lines.length : end;
    const short = shortOf(lines.slice(from, to - 2));
    if (short !== undefined) marks.push(short, lines.charCodeAt(to - 1));
    from = to + 1;
  }
  return marks;
}
