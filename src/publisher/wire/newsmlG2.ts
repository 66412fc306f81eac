import { parseWebAddress } from './feeds/webLink.ts';
import { isNewsmlPicture } from './newsmlG2Picture.ts';
import { loosePictures, pictureItems } from './newsmlG2Pictures.ts';
import { readNewsItem } from './newsmlG2Item.ts';
import type { WireFormat } from './wireItem.ts';
import type { Shape } from './xml/parseXml.ts';
import { rootOf } from './xml/prolog.ts';
import { readElements, readXml } from './xml/readXml.ts';

const items = [
  ...['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'],
].map((name) => `nar:${name}`);
const shape: Shape = {
  items: new Set(items),
  isPart: isNewsmlPicture,
  holders: new Set(['nar:newsMessage', 'nar:itemSet']),
  bare: 'nar',
};

/** IPTC NewsML-G2: a news item, or a news message with a set of them. https://iptc.org/standards/newsml-g2/ */
export const newsmlG2 = {
  name: 'NewsML-G2',
  decodes: true,
  recognise(file, text) {
    const name = rootOf(file, text)?.name.replace(/^nar:/, '');
    return name !== undefined && (name === 'newsMessage' || shape.items.has(`nar:${name}`)) ? 1 : 0;
  },
  read(file) {
    return readXml(file, shape, (root) => {
      const isSet = root.name === 'nar:newsMessage';
      const all = isSet ? root.findAll(({ name }) => shape.items.has(name)) : [root];
      const base = parseWebAddress(file.name);
      const pictures = pictureItems(all.filter(isNewsmlPicture), base);
      const stories = all.filter((one) => !isNewsmlPicture(one));
      // A picture that a story shows is part of it; any other is told of by itself.
      const loose = new Set(loosePictures(all.filter(isNewsmlPicture), stories, base));
      const told = all.filter((one) => !isNewsmlPicture(one) || loose.has(one));
      return readElements(file, told, isSet ? 'itemSet' : undefined, (item, standing) =>
        readNewsItem(item, standing, pictures),
      );
    });
  },
} as const satisfies WireFormat;
