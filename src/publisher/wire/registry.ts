import { articleJson } from './articleJson.ts';
import { ghost } from './ghost.ts';
import { guardian } from './guardian.ts';
import { jsonFeed } from './jsonFeed.ts';
import { markdown } from './markdown.ts';
import { ninjs } from './ninjs.ts';
import { plainText } from './plainText.ts';
import { schemaOrg } from './schemaOrg.ts';
import type { WireFormat } from './wireItem.ts';
import { wordpress } from './wordpress.ts';

/** The source formats, the surest first among equals. A new one is a file beside these and a line here. */
export const formats = [
  ninjs,
  jsonFeed,
  wordpress,
  ghost,
  guardian,
  schemaOrg,
  // Any other JSON is taken for an article, and told what is missing.
  articleJson,
  markdown,
  plainText,
] as const satisfies readonly WireFormat[];
