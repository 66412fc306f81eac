import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { connectionFailure } from './connectionFailure.ts';
import { failed, type FetchFailure } from './fetched.ts';
import { resolveTarget, type Lookup } from './resolve.ts';
import { portOf, type Target } from './target.ts';

/** Largest head of an answer, all its lines together. Bytes. */
const headLimit = 16 * 1024;

interface Question {
  headers: Readonly<Record<string, string>>;
  lookup: Lookup;
  signal: AbortSignal;
}

/**
 * Asks one address once, following nothing. The name is looked up and checked here, and the connection goes to the
 * very addresses that were checked. No cookie, no proxy, no connection kept for the next question.
 */
export async function ask(
  target: Target,
  { headers, lookup, signal }: Question,
): Promise<{ kind: 'answer'; answer: IncomingMessage } | FetchFailure> {
  const resolved = await Promise.race([resolveTarget(target, lookup), stopped(signal)]);
  if (resolved.kind === 'failed') return resolved;
  const { addresses } = resolved;
  const [first] = addresses;
  if (first === undefined) return failed('unknown-host', 'the host has no address');
  const lookChecked: LookupFunction = (_host, { all }, done) => {
    if (all === true) done(null, addresses);
    else done(null, first.address, first.family);
  };
  const { url, host } = target;
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const asking = request({
      ...{ host, port: portOf(url), path: url.pathname + url.search, headers, signal },
      ...{ agent: false, maxHeaderSize: headLimit, insecureHTTPParser: false },
      lookup: lookChecked,
    });
    asking.on('response', (answer) => resolve({ kind: 'answer', answer }));
    // An answer that breaks off later is told by the answer itself.
    asking.on('error', (error) => resolve(connectionFailure(error)));
    // A host that changes the protocol unasked is hung up on without an error.
    asking.on('close', () => resolve(connectionFailure(undefined)));
    asking.end();
  });
}

function stopped(signal: AbortSignal): Promise<FetchFailure> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(failed('slow-host', 'the host was not found in time'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
