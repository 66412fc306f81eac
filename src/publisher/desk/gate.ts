import { hasCome } from './dates.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';

/** What decides whether an item may go out. */
type Gateable = Pick<WireItem, 'ref' | 'withheld' | 'expires' | 'embargo'> & { draft?: boolean };

interface Gated<Item> {
  /** What goes on to the desk. */
  through: Item[];
  /** One notice for each item that waits: `held-draft`, `held-embargo`, `held-expired`, `held-cancelled` … */
  held: Notice[];
}

/**
 * Holds back drafts, what is under embargo or past its time at `now`, and what its source keeps back. Held is not
 * refused; a story that was out before and is held now becomes a notice at its address.
 */
export function gate<Item extends Gateable>(
  items: readonly Item[],
  now: Date,
  timeZone: string,
): Gated<Item> {
  const through: Item[] = [];
  const held: Notice[] = [];
  for (const item of items) {
    const reason = findReason(item, now, timeZone);
    if (reason === undefined) through.push(item);
    else held.push({ ref: item.ref, problem: reason });
  }
  return { through, held };
}

const withheld = {
  cancelled: {
    code: 'held-cancelled',
    at: 'status',
    message: 'held back: the source cancelled it',
  },
  withheld: { code: 'held-withheld', at: 'status', message: 'held back: the source withholds it' },
  protected: {
    code: 'held-protected',
    at: 'status',
    message: 'held back: the source shows it to members only',
  },
} as const satisfies Record<NonNullable<WireItem['withheld']>, Notice['problem']>;

function findReason(item: Gateable, now: Date, timeZone: string): Notice['problem'] | undefined {
  if (item.draft === true) {
    return {
      code: 'held-draft',
      at: 'draft',
      message: 'held back as a draft',
      mend: 'remove draft to publish it',
    };
  }
  if (item.withheld !== undefined) return withheld[item.withheld];
  if (item.expires !== undefined && !(Date.parse(item.expires) > now.getTime())) {
    const message = `held back: its time ended at ${item.expires}`;
    return { code: 'held-expired', at: 'expires', message };
  }
  if (item.embargo === undefined || hasCome(item.embargo, now, timeZone)) return undefined;
  return {
    code: 'held-embargo',
    at: 'embargo',
    message: `held back until ${item.embargo}`,
    mend: 'publish again after that time',
  };
}
