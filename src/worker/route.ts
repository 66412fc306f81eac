import { addressOf, pointerAddress, reservedWords } from '../model/address.ts';
import { ownPages } from '../model/edition.ts';

/** What a request of a page of ours is for. */
export type Route =
  | { kind: 'page'; address: string }
  | { kind: 'data'; address: string }
  | { kind: 'pointer' }
  | { kind: 'asset'; path: string }
  | { kind: 'picture'; url: string };

const families: ReadonlySet<string> = new Set(['story', 'section', 'tag', 'author', 'archive']);

/** Query of an address that goes to the network untouched, so that a network's own sign-in page can show itself. */
const pastWorker = '?sign-in';

/** What a request is for, or undefined when it is none of the worker's business. */
export function routeOf(
  { url, method, mode }: Pick<Request, 'url' | 'method' | 'mode'>,
  { origin, base }: { origin: string; base: string },
): Route | undefined {
  const { origin: host, pathname, search } = new URL(url);
  if (method !== 'GET' || host !== origin || !pathname.startsWith(base)) return undefined;
  const path = pathname.slice(base.length);
  if (mode === 'navigate') {
    const address = addressOf(base, pathname);
    if (search === pastWorker || address === undefined || address.includes('.')) return undefined;
    return { kind: 'page', address };
  }
  if (`/${path}` === pointerAddress) return { kind: 'pointer' };
  if (path.startsWith('assets/')) return { kind: 'asset', path };
  if (path.startsWith('media/')) return { kind: 'picture', url: origin + pathname };
  return dataRoute(path);
}

/** Whether an address can only be a page of the edition. Any other may be one that stands beside it on its host. */
export function isOurs(address: string): boolean {
  const [, first = ''] = address.split('/');
  return first === '' || families.has(first) || isOwn(first);
}

function isOwn(word: string): boolean {
  return ownPages.some((name) => name === word);
}

/** Data of pages only: other JSON of a host (`feed.json`, a search index) is not ours to keep. */
function dataRoute(path: string): Route | undefined {
  const bare = /^([\w/-]+)\.json$/.exec(path)?.[1];
  if (bare === undefined) return undefined;
  if (bare === 'index') return { kind: 'data', address: '/' };
  const [first = '', ...rest] = bare.split('/');
  const isAlone = rest.length === 0 && (isOwn(first) || !reservedWords.has(first));
  const isPage = families.has(first) || isAlone;
  return isPage ? { kind: 'data', address: `/${bare}` } : undefined;
}
