import { readNitf } from './nitfItem.ts';
import type { WireFormat } from './wireItem.ts';
import type { Shape } from './xml/parseXml.ts';
import { rootOf } from './xml/prolog.ts';
import { readElements, readXml } from './xml/readXml.ts';

const shape: Shape = { items: new Set(['nitf:nitf']), holders: new Set(), bare: 'nitf' };

/** IPTC NITF 3.x, one story a document. https://iptc.org/std/NITF/ */
export const nitf = {
  name: 'NITF',
  decodes: true,
  recognise(file, text) {
    return rootOf(file, text)?.local.toLowerCase() === 'nitf' ? 1 : 0;
  },
  read(file) {
    return readXml(file, shape, (root) => readElements(file, [root], undefined, readNitf));
  },
} as const satisfies WireFormat;
