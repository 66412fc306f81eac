import { queryOptions } from '@tanstack/react-query';
import { dataAddress, pointerAddress, storyAddress, withBase } from '../../model/address.ts';
import { pageSchemas, parseDocument, type PageDocument } from '../../model/document.ts';
import type { Pointer } from '../../model/edition.ts';
import type { Parsed } from '../../model/problem.ts';
import { fetchJson } from './fetchJson.ts';
import { isLooking } from './looking.ts';
import { LoadError } from './problems.ts';

/** A page read this recently is shown again without asking the host. Milliseconds. */
export const fresh = 5 * 60_000;
/** Pages stay in memory this long after they were last shown, so that going back paints at once. */
const kept = 30 * 60_000;
/** How often the pointer is asked for while the page is visible. */
const pointerInterval = 60_000;

/** The document at a page's address. */
export function documentQuery(base: string, address: string) {
  return queryOptions({
    queryKey: ['document', address],
    queryFn: ({ signal }) => fetchDocument(base, address, signal),
    staleTime: fresh,
    gcTime: kept,
  });
}

/**
 * Fetches the document at a page's address, past what is in memory.
 * @throws LoadError when it cannot be had, or is not what belongs there
 */
export async function fetchDocument(
  base: string,
  address: string,
  signal?: AbortSignal,
): Promise<PageDocument> {
  const json = await fetchJson(withBase(base, dataAddress(address)), signal);
  const document = valueOf(parseDocument(json, pageSchemas));
  if (document.schema === 'lede-story/1' && storyAddress(document.slug) !== address) {
    throw new LoadError('unreadable', `${address} holds the story ${document.slug}`);
  }
  return document;
}

/** Which edition is current. */
export function pointerQuery(base: string) {
  return queryOptions({
    queryKey: ['pointer'],
    queryFn: async ({ signal }): Promise<Pointer> =>
      valueOf(
        parseDocument(await fetchJson(withBase(base, pointerAddress), signal), ['lede-latest']),
      ),
    // Only while the page is visible: the library's own default. A reader can switch it off.
    enabled: isLooking,
    refetchInterval: () => (isLooking() ? pointerInterval : false),
    staleTime: pointerInterval,
  });
}

function valueOf<Value>(parsed: Parsed<Value>): Value {
  if (parsed.ok) return parsed.value;
  const [problem] = parsed.problems;
  throw new LoadError(
    problem?.code === 'newer-schema' ? 'newer' : 'unreadable',
    `${problem?.at ?? ''}: ${problem?.message ?? ''}`,
  );
}
