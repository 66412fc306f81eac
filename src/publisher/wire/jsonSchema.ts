import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { slugLimit } from '../../model/slug.ts';
import { articleEntries, articleSchema } from './articleSchema.ts';
import { configSchema } from './configSchema.ts';
import { isSlugText, isStoryText, isTimeText, isWebAddress } from './fieldSchemas.ts';

/** What JSON Schema can say of our checks. */
const hints = new Map<unknown, JsonSchema>([
  [isSlugText, { pattern: '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$', maxLength: slugLimit }],
  [isStoryText, { pattern: '^(?:(?:[a-z0-9]+(?:-[a-z0-9]+)*)?|(?:https?://|/)[^ ]+)$' }],
  [isTimeText, { format: 'date-time' }],
  [isWebAddress, { format: 'uri', pattern: '^https?://' }],
]);

/** The JSON Schemas that editors complete and check with, by their file's name in `public/`. */
export function jsonSchemas(): Record<string, JsonSchema> {
  const list = v.array(articleSchema);
  const articles = v.union([
    articleSchema,
    v.pipe(list, v.description('A file may hold a list of articles.')),
    v.object({ $schema: articleEntries.$schema, articles: list }),
  ]);
  return {
    'article.schema.json': titled('Article JSON of Lede', articles, { article: articleSchema }),
    'lede.schema.json': titled('lede.json', configSchema, {}),
  };
}

function titled(
  title: string,
  schema: v.GenericSchema,
  definitions: Record<string, v.GenericSchema>,
): JsonSchema {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    definitions,
    // Some schemas begin by refusing lists; what describes the value is the last one.
    typeMode: 'output',
    // Checks such as "a day that exists" have no words in JSON Schema.
    errorMode: 'ignore',
    overrideAction({ valibotAction, jsonSchema }) {
      const hint =
        'requirement' in valibotAction ? hints.get(valibotAction.requirement) : undefined;
      return hint === undefined ? undefined : { ...jsonSchema, ...hint };
    },
    overrideSchema({ valibotSchema, jsonSchema }) {
      // null is only tolerated; offering it would clutter every completion.
      if (valibotSchema.type === 'nullable') return jsonSchema.anyOf?.[0] as JsonSchema;
      // The publisher warns about unknown fields, so editors do too.
      if (valibotSchema.type === 'object') return { ...jsonSchema, additionalProperties: false };
      return undefined;
    },
  });
  return { ...($schema === undefined ? {} : { $schema }), title, ...rest };
}
