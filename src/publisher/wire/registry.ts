import { articleJson } from './articleJson.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plainText.ts';
import type { WireFormat } from './wireItem.ts';

/** The source formats, the surest first among equals. A new one is a file beside these and a line here. */
export const formats = [articleJson, markdown, plainText] as const satisfies readonly WireFormat[];
