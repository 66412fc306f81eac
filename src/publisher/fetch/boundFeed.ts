import type { ReadSource, Refusal, WireItem } from '../wire/wireItem.ts';

/** Most items taken from one answer. */
const itemLimit = 500;
/** Longest body of an item, with its marks, as it is remembered. Characters. */
const bodyLimit = 1024 * 1024;
/** Longest address that is kept of an item. Characters. */
const addressLimit = 2048;

/**
 * An answer within what a stranger may take of a run. Warning code: `long-feed` (there are more items; the first ones
 * are taken, as feeds begin with the newest). Refusal code: `long-item`.
 */
export function boundFeed(result: ReadSource, name: string): ReadSource {
  const refused: Refusal[] = [];
  const items = result.items.slice(0, itemLimit).flatMap((item): WireItem[] => {
    if (JSON.stringify(item.body).length > bodyLimit) {
      const message = 'the text is longer than 1 MiB';
      refused.push({ ref: item.ref, problems: [{ code: 'long-item', at: 'body', message }] });
      return [];
    }
    const { canonical, ...others } = item;
    return [canonical !== undefined && canonical.length > addressLimit ? others : item];
  });
  const bound = { ...result, items, refused: [...result.refused, ...refused] };
  if (result.items.length <= itemLimit) return bound;
  const message = `the feed has ${result.items.length} items, of which the first ${itemLimit} were taken`;
  const mend = 'ask for an address that gives fewer at a time';
  const problem = { code: 'long-feed', at: '', message, mend };
  return { ...bound, warnings: [...result.warnings, { ref: name, problem }] };
}
