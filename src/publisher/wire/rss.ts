import { readRssItem, rssId, rssLink, toRssFeed } from './rssItem.ts';
import type { WireFormat } from './wireItem.ts';
import { ownAddresses } from './xml/feedIds.ts';
import type { Shape } from './xml/parseXml.ts';
import { rootOf } from './xml/prolog.ts';
import { readElements, readXml } from './xml/readXml.ts';
import type { XmlElement } from './xml/xmlElement.ts';

const shape: Shape = {
  items: new Set(['item']),
  holders: new Set(['rss', 'rdf:RDF', 'channel', 'Channel', 'items']),
  bare: '',
};

/**
 * RSS 0.90 to 2.0, RSS 1.0 among them, with the modules that news uses.
 * https://www.rssboard.org/rss-specification , https://web.resource.org/rss/1.0/spec
 */
export const rss = {
  name: 'RSS',
  decodes: true,
  recognise(file, text) {
    const root = rootOf(file, text);
    if (root === undefined) return 0;
    if (/^(?:rss|channel)$/i.test(root.local)) return 1;
    const isRss =
      /purl\.org\/rss|netscape\.com/i.test(root.tag) || /<(?:\w+:)?channel[\s>]/.test(text);
    return root.local === 'RDF' && isRss ? 1 : 0;
  },
  read(file) {
    return readXml(file, shape, (root) => {
      const channel = root.name === 'channel' ? root : (root.first('channel') ?? root);
      const items = root.findAll(({ name, parent }) => name === 'item' && isHolder(parent));
      const feed = toRssFeed(channel, file.name);
      const own = ownAddresses(
        items.map((item) => ({
          address: rssLink(item, item.baseFrom(feed.home)),
          id: rssId(item, feed.scope),
        })),
      );
      return readElements(file, items, 'item', (item, { at }) => readRssItem(item, feed, own, at));
    });
  },
} as const satisfies WireFormat;

function isHolder(parent: XmlElement | undefined): boolean {
  return parent !== undefined && shape.holders.has(parent.name);
}
