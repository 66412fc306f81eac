import { reasons, type Reason } from '../../model/trail.ts';
import { present } from './present.ts';

/** A headline in a related list: a story or a brief of an edition. */
export interface Link {
  slug: string;
  /** Absent when the editor gave none. */
  reason?: Reason;
}

/**
 * A related list as text, `slug reason` a line: an archive holds one for each of its stories, and half a million links
 * are a heavy thing to hold as objects.
 */
export type LinkLines = string;

export function toLinkLines(links: readonly Link[]): LinkLines {
  return links
    .map(({ slug, reason }) => (reason === undefined ? slug : `${slug} ${reason}`))
    .join('\n');
}

export function linksIn(lines: LinkLines): Link[] {
  return lines === '' ? [] : lines.split('\n').map(toLink);
}

function toLink(line: string): Link {
  const space = line.indexOf(' ');
  if (space < 0) return { slug: line };
  const word = line.slice(space + 1);
  return {
    slug: line.slice(0, space),
    ...present({ reason: reasons.find((one) => one === word) }),
  };
}
