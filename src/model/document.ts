import * as v from 'valibot';
import {
  archiveIndexSchema,
  frontSchema,
  listSchema,
  ownPageSchema,
  ownThingsSchema,
  pointerSchema,
  siteSchema,
  type ArchiveIndex,
  type Front,
  type List,
  type OwnPage,
  type OwnThings,
  type Pointer,
  type Site,
} from './edition.ts';
import { joinPath, kindOf, type Parsed, type Problem } from './problem.ts';
import { storySchema, type Story } from './story.ts';
import { takeSchema, type TakeManifest } from './take.ts';

/** Everything that is published as JSON, by the name its `schema` field carries before the slash. */
interface Published {
  'lede-site': Site;
  'lede-latest': Pointer;
  'lede-front': Front;
  'lede-story': Story;
  'lede-list': List;
  'lede-archive': ArchiveIndex;
  'lede-page': OwnPage;
  'lede-own': OwnThings;
  'lede-take': TakeManifest;
}
export type SchemaName = keyof Published;

/** What a page address holds. */
export type PageDocument = Front | Story | List | ArchiveIndex | OwnPage | OwnThings;

/** The schemas of what a page address can hold. */
export const pageSchemas = [
  'lede-front',
  'lede-story',
  'lede-list',
  'lede-archive',
  'lede-page',
  'lede-own',
] as const satisfies readonly SchemaName[];

/** The newest version of each published shape that this code reads. */
const known: {
  [Name in SchemaName]: { version: number; schema: v.GenericSchema<unknown, Published[Name]> };
} = {
  'lede-site': { version: 1, schema: siteSchema },
  'lede-latest': { version: 1, schema: pointerSchema },
  'lede-front': { version: 1, schema: frontSchema },
  'lede-story': { version: 1, schema: storySchema },
  'lede-list': { version: 1, schema: listSchema },
  'lede-archive': { version: 1, schema: archiveIndexSchema },
  'lede-page': { version: 1, schema: ownPageSchema },
  'lede-own': { version: 1, schema: ownThingsSchema },
  'lede-take': { version: 1, schema: takeSchema },
};

/**
 * The one way in for published JSON, in the publisher and the browser alike.
 * Problem codes: `not-a-document` (no known schema), `newer-schema` (update to read this edition),
 * `wrong-document` (a known shape, but not the one asked for), `invalid-document` (a field is wrong).
 */
export function parseDocument<Name extends SchemaName>(
  input: unknown,
  names: readonly Name[],
): Parsed<Published[Name]> {
  const schemaField =
    input !== null && typeof input === 'object' && 'schema' in input ? input.schema : undefined;
  const match = typeof schemaField === 'string' ? /^([a-z-]+)\/(\d+)$/.exec(schemaField) : null;
  const name = names.find((candidate) => candidate === match?.[1]);
  if (match === null || (name === undefined && !(String(match[1]) in known))) {
    return fail('not-a-document', 'schema', `expected a Lede document, got ${kindOf(input)}`);
  }
  if (name === undefined) {
    return fail('wrong-document', 'schema', `expected ${names.join(' or ')}, got ${match[1]}`);
  }
  const { version, schema } = known[name];
  if (Number(match[2]) > version) {
    return fail('newer-schema', 'schema', `version ${match[2]} is newer than this reader knows`);
  }
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output, warnings: [] };
  return { ok: false, problems: result.issues.map(fromIssue) };
}

function fail(code: string, at: string, message: string): Parsed<never> {
  return { ok: false, problems: [{ code, at, message }] };
}

function fromIssue(issue: v.BaseIssue<unknown>): Problem {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  return { code: 'invalid-document', at: joinPath(...keys), message: issue.message };
}

/** The text a document's version is the hash of: its JSON without the `version` field, keys in their own order. */
export function documentText(document: object): string {
  return JSON.stringify({ ...document, version: undefined });
}
