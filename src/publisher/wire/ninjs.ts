import { readFeed } from './feeds/readFeed.ts';
import { jsonOf } from './feeds/jsonFile.ts';
import { listOf, recordOf, textAt, textOf, valueAt, type JsonRecord } from './feeds/jsonValue.ts';
import { readNinjsItem } from './ninjsItem.ts';
import type { WireFormat } from './wireItem.ts';

/**
 * IPTC ninjs 1.x, 2.x and 3.x, https://iptc.org/std/ninjs/ : one item, a list, or a list inside an answer of an API
 * (`items`, `_items`, `data.items[].item`).
 */
export const ninjs = {
  name: 'ninjs',
  recognise(file, text) {
    const [first] = itemsOf(jsonOf(file, text)).values;
    const item = recordOf(first);
    if (item === undefined) return 0;
    if (/ninjs/i.test(textAt(item, '$standard', 'name') ?? textAt(item, 'standard', 'name') ?? ''))
      return 1;
    // Superdesk names its items by `guid`, as others do.
    if (textOf(item['guid']) !== undefined && superdesk.every((name) => name in item)) return 1;
    if (textOf(item['uri']) === undefined && recordOf(item['altids']) === undefined) return 0;
    return types.has(textOf(item['type']) ?? '') || marks.some((name) => name in item) ? 1 : 0;
  },
  read(file, text) {
    const { values, path } = itemsOf(jsonOf(file, text));
    return readFeed(file, values, path, readNinjsItem);
  },
} as const satisfies WireFormat;

/** What an item can be; no other JSON format with a `uri` has such a type. */
const types = new Set(['text', 'audio', 'video', 'picture', 'graphic', 'composite']);
/** Fields that each of Superdesk's items has. */
const superdesk = ['type', 'pubstatus', 'versioncreated'];
/** Fields that an item of another JSON format with a `uri` would not have. */
const marks = [
  ...['pubstatus', 'pubStatus', 'versioncreated', 'versionCreated', 'firstcreated', 'firstCreated'],
  ...[
    'body_html',
    'body_xhtml',
    'body_text',
    'bodies',
    'headlines',
    'representationtype',
    'representationType',
  ],
  ...[
    'description_text',
    'description_html',
    'descriptions',
    'infosource',
    'infosources',
    'infoSources',
  ],
  ...[
    'embargoed',
    'embargoedUntil',
    'ednote',
    'edNote',
    'usageterms',
    'usageTerms',
    'subject',
    'subjects',
  ],
  ...['renditions', 'associations', 'contentcreated', 'contentCreated'],
];

function itemsOf(value: unknown): { values: readonly unknown[]; path: string | undefined } {
  if (Array.isArray(value)) return { values: (value as unknown[]).map(unwrap), path: '' };
  for (const names of [['items'], ['_items'], ['data', 'items'], ['hits', 'hits']]) {
    const list = valueAt(value, ...names);
    if (Array.isArray(list)) return { values: listOf(list).map(unwrap), path: names.join('.') };
  }
  return { values: [unwrap(value)], path: undefined };
}

// Answers of search services wrap each item once more.
function unwrap(value: unknown): unknown {
  const record: JsonRecord | undefined = recordOf(value);
  const inner = recordOf(record?.['item']) ?? recordOf(record?.['_source']);
  return record?.['uri'] === undefined && inner !== undefined ? inner : value;
}
