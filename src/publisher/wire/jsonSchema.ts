import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { articleSchema } from './articleSchema.ts';
import { configSchema } from './configSchema.ts';

/** The JSON Schemas that editors complete and check with, by their file's name in `public/`. */
export function jsonSchemas(): Record<string, JsonSchema> {
  const list = v.array(articleSchema);
  const articles = v.union([
    articleSchema,
    v.pipe(list, v.description('A file may hold a list of articles.')),
    v.object({ $schema: articleSchema.entries.$schema, articles: list }),
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
    // Checks such as "a day that exists" have no words in JSON Schema.
    errorMode: 'ignore',
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
