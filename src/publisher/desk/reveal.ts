import { isInstant, orderOf } from '../../model/time.ts';
import type { WireItem } from '../wire/wireItem.ts';
import { hasCome } from './dates.ts';

type Revealed = Pick<WireItem, 'draft' | 'embargo' | 'label'>;

/**
 * For looking at one's own work before it is out: drafts and what is under embargo at `now` may pass the gate, each
 * with a label that says what it is. What its source keeps back stays back.
 */
export function reveal<Item extends Revealed>(
  items: readonly Item[],
  now: Date,
  timeZone: string,
): (Item | (Omit<Item, 'embargo'> & { draft: boolean; label: string }))[] {
  return items.map((item) => {
    const { embargo, ...rest } = item;
    const isEmbargoed = embargo !== undefined && !hasCome(embargo, now, timeZone);
    if (!item.draft && !isEmbargoed) return item;
    const marks = [
      ...(item.draft ? ['Draft'] : []),
      ...(isEmbargoed ? [formatEmbargo(embargo)] : []),
      ...(item.label === undefined ? [] : [item.label]),
    ];
    return { ...rest, draft: false, label: marks.join(' · ') };
  });
}

/** What a page before its time says of it in a preview. */
export function formatEmbargo(embargo: string): string {
  if (Number.isNaN(orderOf(embargo))) return 'Under embargo';
  if (!isInstant(embargo)) return `Embargo until ${embargo.replace('T', ' ')}`;
  const at = new Date(embargo);
  return `Embargo until ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
