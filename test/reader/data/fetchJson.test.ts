import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson } from '../../../src/reader/data/fetchJson.ts';
import { LoadError, problemOf } from '../../../src/reader/data/problems.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(body: string, init: ResponseInit): void {
  vi.stubGlobal('fetch', async () => new Response(body, init));
}

const json = { 'content-type': 'application/json; charset=utf-8' };

async function kindOfFailure(): Promise<string | undefined> {
  try {
    await fetchJson('/story/moon.json');
  } catch (error) {
    return problemOf(error)?.kind;
  }
  return undefined;
}

test('gives the data of a good answer', async () => {
  answer('{"a":1}', { status: 200, headers: json });
  await expect(fetchJson('/story/moon.json')).resolves.toEqual({ a: 1 });
});

test('a 404 or 410 means that the page is not in this edition', async () => {
  answer('', { status: 404 });
  expect(await kindOfFailure()).toBe('not-here');
  answer('', { status: 410 });
  expect(await kindOfFailure()).toBe('not-here');
});

test('a 503 is the host in trouble', async () => {
  answer('busy', { status: 503 });
  expect(await kindOfFailure()).toBe('server');
});

test('a sign-in page in the place of data is not taken for data', async () => {
  answer('<html>Sign in to this network</html>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });
  expect(await kindOfFailure()).toBe('sign-in');
});

test('data cut short on the way is not taken for data', async () => {
  answer('{"a":', { status: 200, headers: json });
  expect(await kindOfFailure()).toBe('unreadable');
});

test('no connection is told apart from a line that hangs', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await kindOfFailure()).toBe('offline');

  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late')));
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    signal?.throwIfAborted();
    return new Response('{}', { headers: json });
  });
  expect(await kindOfFailure()).toBe('timeout');
});

test('an abort by the caller is no problem to show', async () => {
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    signal?.throwIfAborted();
    return new Response('{}', { headers: json });
  });
  const error: unknown = await fetchJson('/x.json', AbortSignal.abort()).catch((e: unknown) => e);
  expect(error).not.toBeInstanceOf(LoadError);
});

test('what was cut off once is asked for again at once, and a line that is down is told', async () => {
  const answers = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(new Response('{"a":1}', { status: 200, headers: json })),
  ];
  vi.stubGlobal('fetch', () => answers.shift()?.());
  await expect(fetchJson('/story/moon.json')).resolves.toEqual({ a: 1 });
  const fetch = vi.fn<() => Promise<Response>>(() => Promise.reject(new TypeError('No line')));
  vi.stubGlobal('fetch', fetch);
  expect(await kindOfFailure()).toBe('offline');
  expect(fetch).toHaveBeenCalledTimes(2);
});
