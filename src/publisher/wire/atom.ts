import { atomAddress, authorsOn, readAtomEntry, type AtomFeed } from './atomEntry.ts';
import { atomLine } from './atomText.ts';
import { cleanName } from './cleanText.ts';
import type { FeedReading } from './feeds/feedItem.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import type { WireFormat } from './wireItem.ts';
import { ownAddresses, scopedId } from './xml/feedIds.ts';
import { feedRights } from './xml/feedRights.ts';
import { timeRevision } from './xml/feedTime.ts';
import type { Shape } from './xml/parseXml.ts';
import { rootOf } from './xml/prolog.ts';
import { readElements, readXml } from './xml/readXml.ts';
import type { XmlElement } from './xml/xmlElement.ts';

const shape: Shape = {
  items: new Set(['atom:entry', 'at:deleted-entry']),
  holders: new Set(['atom:feed']),
  bare: 'atom',
};

/** Atom 1.0 (RFC 4287) and 0.3, a feed or a single entry, with deleted entries (RFC 6721). */
export const atom = {
  name: 'Atom',
  decodes: true,
  recognise(file, text) {
    const root = rootOf(file, text);
    if (root === undefined) return 0;
    if (/^atom:(?:feed|entry)$/.test(root.name)) return 1;
    return /^(?:feed|entry)$/.test(root.name) ? 0.9 : 0;
  },
  read(file) {
    return readXml(file, shape, (root) => {
      const isFeed = root.name === 'atom:feed';
      const entries = isFeed ? root.elements.filter(({ name }) => shape.items.has(name)) : [root];
      const address = parseWebAddress(file.name);
      const home = atomAddress(root, address) ?? address;
      const feed: AtomFeed = {
        home,
        title: isFeed ? cleanName(atomLine(root.first('atom:title'))) : '',
        rights: isFeed ? feedRights(root) : undefined,
        scope: root.textOf('atom:id') ?? home ?? file.name,
        authors: isFeed ? authorsOn(root) : [],
      };
      const own = ownAddresses(
        entries.map((entry) => ({
          address: atomAddress(entry, home),
          id: entry.textOf('atom:id'),
        })),
      );
      return readElements(file, entries, isFeed ? 'entry' : undefined, (entry) =>
        entry.name === 'at:deleted-entry'
          ? readDeleted(entry, feed)
          : readAtomEntry(entry, feed, own),
      );
    });
  },
} as const satisfies WireFormat;

function readDeleted(entry: XmlElement, { scope }: AtomFeed): FeedReading {
  const id = scopedId(entry.attribute('ref'), scope);
  if (id === undefined) {
    const message = 'expected the id of an entry that was taken back, got nothing';
    return { problem: { code: 'missing-id', at: 'ref', message } };
  }
  const when = entry.attribute('when');
  return {
    item: { id, slug: '', updated: when, withheld: 'cancelled', revision: timeRevision(when) },
  };
}
