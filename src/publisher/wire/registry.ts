import { articleJson } from './articleJson.ts';
import { atom } from './atom.ts';
import { ghost } from './ghost.ts';
import { guardian } from './guardian.ts';
import { jsonFeed } from './jsonFeed.ts';
import { markdown } from './markdown.ts';
import { newsmlG2 } from './newsmlG2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { plainText } from './plainText.ts';
import { rss } from './rss.ts';
import { schemaOrg } from './schemaOrg.ts';
import { unknownXml } from './unknownXml.ts';
import type { WireFormat } from './wireItem.ts';
import { wordpress } from './wordpress.ts';

/** The source formats, the surest first among equals. A new one is a file beside these and a line here. */
export const formats = [
  ninjs,
  jsonFeed,
  wordpress,
  ghost,
  guardian,
  newsmlG2,
  nitf,
  atom,
  rss,
  schemaOrg,
  // Any other JSON is taken for an article, and told what is missing.
  articleJson,
  unknownXml,
  markdown,
  plainText,
] as const satisfies readonly WireFormat[];
