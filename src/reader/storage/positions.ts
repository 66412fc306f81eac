import { storyAddress } from '../../model/address.ts';
import type { Own } from './own.ts';
import type { Position } from './records.ts';
import { trimOldest } from './trimOldest.ts';

/** Places kept, some 200 bytes each: the oldest give way, but for those in saved stories. */
const atMost = 2000;

/** Writes down where the reader is on a page. */
export async function recordPosition(
  { database, changes }: Own,
  position: Position,
): Promise<void> {
  const put = await database.run(['positions', 'saved'], 'readwrite', async (transaction) => {
    await transaction.objectStore('positions').put(position);
    await trimOldest(transaction, 'positions', atMost, storyAddress);
  });
  if (put.ok) changes.announce('positions', [position.address]);
}
