/**
 * A page of HTML proves itself: its last line carries the hash of everything before it, so that a copy that was cut
 * short, altered or put in its place by somebody else's network is never kept on a reader's device.
 */

/** Id of the `<script type="application/json">` that holds a page's state. */
export const stateElementId = 'lede-state';

const stateStart = `<script type="application/json" id="${stateElementId}">`;

/** The page with its seal. @param hash 16 hex of the SHA-256 of the text in UTF-8 */
export function withSeal(text: string, hash: string): string {
  return `${text}<!--lede-seal ${hash}-->\n`;
}

/** A sealed page taken apart; undefined when it carries no seal at its very end. Whether the hash is right is yet to be seen. */
export function readSeal(page: string): { text: string; hash: string } | undefined {
  const match = /<!--lede-seal ([0-9a-f]{16})-->\n$/.exec(page);
  return match?.[1] === undefined
    ? undefined
    : { text: page.slice(0, match.index), hash: match[1] };
}

/** The text of a page's state, JSON that nobody has read yet. */
export function stateTextOf(page: string): string | undefined {
  const start = page.lastIndexOf(stateStart);
  const end = page.indexOf('</script>', start);
  return start < 0 || end < 0 ? undefined : page.slice(start + stateStart.length, end);
}
