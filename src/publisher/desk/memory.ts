import * as v from 'valibot';
import { isSlug } from '../../model/slug.ts';
import { joinPath, type Parsed } from '../../model/problem.ts';

/** What a publishing run remembers for the next one, as plain JSON. */
export interface Memory {
  schema: 'lede-memory/1';
  /**
   * The slug of every story ever published, by the id of its source, so that an address never changes.
   * Briefs are remembered too, under ids that start with `brief:`.
   */
  slugs: Record<string, string>;
  /** The folders that sources were named by: ids hold the names of files in them. */
  folders?: { plain: string; hadMore: boolean };
}

export const emptyMemory: Memory = { schema: 'lede-memory/1', slugs: {} };

const memorySchema = v.object({
  schema: v.literal('lede-memory/1'),
  slugs: v.record(v.string(), v.pipe(v.string(), v.check(isSlug, 'expected a slug'))),
  folders: v.exactOptional(v.object({ plain: v.string(), hadMore: v.boolean() })),
});

/**
 * Reads what an earlier run remembered.
 * Problem codes: `newer-memory` (written by a newer Lede), `invalid-memory` (not the shape above).
 */
export function parseMemory(input: unknown): Parsed<Memory> {
  const named = v.safeParse(v.object({ schema: v.string() }), input);
  const version = named.success ? /^lede-memory\/(\d+)$/.exec(named.output.schema)?.[1] : undefined;
  if (version !== undefined && Number(version) > 1) {
    const message = `version ${version} was written by a newer Lede`;
    return { ok: false, problems: [{ code: 'newer-memory', at: 'schema', message }] };
  }
  if (isPlainMemory(input)) return { ok: true, value: input, warnings: [] };
  const result = v.safeParse(memorySchema, input);
  if (result.success) return { ok: true, value: result.output, warnings: [] };
  return {
    ok: false,
    problems: result.issues.map((issue) => ({
      code: 'invalid-memory',
      at: joinPath(...(issue.path ?? []).map((item) => String(item.key))),
      message: issue.message,
    })),
  };
}

/** Reads an archive's slugs twenty times as fast as the schema, which then says what is wrong with others. */
function isPlainMemory(input: unknown): input is Memory {
  const rest = v.safeParse(v.omit(memorySchema, ['slugs']), input);
  if (!rest.success || typeof input !== 'object' || input === null) return false;
  const slugs: unknown = 'slugs' in input ? input.slugs : undefined;
  return (
    typeof slugs === 'object' &&
    slugs !== null &&
    Object.values(slugs).every((slug) => typeof slug === 'string' && isSlug(slug))
  );
}

/**
 * The memory with this run's slugs added, itself when they are no news; ids in one fixed order, so that the file only
 * changes where it must.
 */
export function remember(memory: Memory, slugs: Iterable<readonly [string, string]>): Memory {
  const known = memory.slugs;
  const news = [...slugs].filter(([id, slug]) => !Object.hasOwn(known, id) || known[id] !== slug);
  if (news.length === 0) return memory;
  const all = new Map([...Object.entries(known), ...news]);
  const sorted = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...memory, slugs: Object.fromEntries(sorted) };
}

/** The slug an item has before slugs are given: its editor's, else the one it had in a run before. */
export function knownSlug(
  { slugs }: Memory,
  { id, givenSlug }: { id: string; givenSlug?: string },
): string | undefined {
  return givenSlug ?? (Object.hasOwn(slugs, id) ? slugs[id] : undefined);
}

/** The memory with the folders of this run, itself when they are the same. */
export function rememberFolders(memory: Memory, folders: Memory['folders']): Memory {
  const known = memory.folders;
  if (folders === undefined) return memory;
  const isSame = known?.plain === folders.plain && known.hadMore === folders.hadMore;
  return isSame ? memory : { ...memory, folders };
}
