import { createHash } from 'node:crypto';
import { fileOf, frontAddress, pointerAddress, shellAddress } from '../../model/address.ts';
import { instantOf, storyTime } from '../desk/dates.ts';
import type { PlannedPage } from '../desk/plan.ts';
import { startAsBefore } from './asBefore.ts';
import type { HostFile } from './hostFile.ts';
import { hostFiles } from './hostFiles.ts';
import type { Timed } from './printing.ts';

/** Stands for the key of a file whose name carries its hash. */
export const hashedKey = 'hashed';

/** A file for hosts; pages without a document are rendered like any other page. */
type MadeFile = Omit<HostFile, 'make'> & {
  make: (...given: Parameters<HostFile['make']>) => string | Promise<string | Uint8Array>;
};

/** What of an edition has to be made. */
export interface Work {
  assets: { path: string; bytes: Uint8Array; key: string }[];
  media: string[];
  leaves: PlannedPage[];
  lists: PlannedPage[];
  hosts: MadeFile[];
  /** Entries that the ledger does not have yet. */
  added: string[];
  /** Entries that this edition does not have. */
  gone: string[];
  /** Something is to be made. */
  hasDue: boolean;
  /** Pages and files for hosts, for the progress shown. */
  pages: number;
}

/** What of an edition differs from what lies there. */
export function findWork(printing: Timed): Work {
  const { plan, config, now, time, ledger, build, isAnew } = printing;
  const wanted = new Set([frontAddress, pointerAddress.slice(1)]);
  const added = [...wanted].filter((entry) => ledger.keyOf(entry) === undefined);
  const isDue = (entry: string, key: string): boolean => {
    wanted.add(entry);
    if (ledger.isOf(entry, key)) return isAnew;
    if (ledger.keyOf(entry) === undefined) added.push(entry);
    return true;
  };
  let asBefore = 0;
  const isAsBefore = startAsBefore(ledger);
  const isPageDue = (page: PlannedPage): boolean => {
    if (isAnew || !isAsBefore(page)) return isDue(page.address, page.key);
    asBefore += 1;
    return false;
  };
  const published = storyTime(instantOf(time), config.language, config.timeZone);
  const bare = (address: string, key: string): MadeFile => ({
    ...{ path: fileOf(address, 'html'), key, stories: [] },
    make: async () => {
      const printed = await printing.render({ address });
      return typeof printed === 'string' ? printed : printed.html;
    },
  });
  const due = {
    assets: build.files
      .map((file) => ({ ...file, key: bytesKey(file.bytes) }))
      .filter(({ path, key }) => isDue(path, key)),
    media: [...printing.media].filter((path) => isDue(path, hashedKey)),
    leaves: plan.leaves.filter(isPageDue),
    lists: [...plan.lists, plan.index].filter(isPageDue),
    hosts: [
      bare('/404', 'missing'),
      bare(shellAddress, 'shell'),
      ...hostFiles({ ...plan, published, now: instantOf(now) }),
    ].filter(({ path, key }) => isDue(path, key)),
  };
  // Where all that lies there is wanted, as in most runs, there is nothing to look for.
  const isAllWanted = ledger.size() === wanted.size + asBefore - added.length;
  if (!isAllWanted) for (const { address } of [...plan.leaves, ...plan.lists]) wanted.add(address);
  const gone = isAllWanted
    ? []
    : [...ledger.entries()].filter((entry) => !wanted.has(entry) && !printing.untouched.has(entry));
  const hasDue = Object.values(due).some((some) => some.length > 0);
  const pages = due.leaves.length + due.lists.length + due.hosts.length;
  return { ...due, added, gone, hasDue, pages };
}

function bytesKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
