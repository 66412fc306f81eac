import type { Notice, WireItem } from '../wire/wireItem.ts';

interface Gated {
  /** What goes on to the desk. */
  through: WireItem[];
  /** One notice for each item that waits; `held-draft` or `held-embargo`. Held is not refused. */
  held: Notice[];
}

/** Holds back drafts and what is under embargo at `now`; an embargo of the past goes out. */
export function gate(items: readonly WireItem[], now: Date): Gated {
  const through: WireItem[] = [];
  const held: Notice[] = [];
  for (const item of items) {
    const reason = findReason(item, now);
    if (reason === undefined) through.push(item);
    else held.push({ ref: item.ref, problem: reason });
  }
  return { through, held };
}

function findReason(item: WireItem, now: Date): Notice['problem'] | undefined {
  if (item.draft) {
    return {
      code: 'held-draft',
      at: 'draft',
      message: 'held back as a draft',
      mend: 'remove draft to publish it',
    };
  }
  // Asked this way round an embargo that is no time holds: what may not go out yet must not slip through.
  if (item.embargo === undefined || Date.parse(item.embargo) <= now.getTime()) return undefined;
  return {
    code: 'held-embargo',
    at: 'embargo',
    message: `held back until ${item.embargo}`,
    mend: 'publish again after that time',
  };
}
