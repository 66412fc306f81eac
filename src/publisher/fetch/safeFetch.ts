import type { IncomingMessage } from 'node:http';
import { ask } from './ask.ts';
import { failed, type Fetched } from './fetched.ts';
import { readAnswer } from './readAnswer.ts';
import { redirected } from './redirected.ts';
import { lookUp, type Lookup } from './resolve.ts';
import { statusFailure } from './statusFailure.ts';
import { parseTarget, type Target } from './target.ts';

export interface FetchLimits {
  /** Wall clock from the first look-up to the last byte, redirects included. */
  milliseconds: number;
  /** Unpacked. */
  bytes: number;
  redirects: number;
}

export interface FetchOptions {
  /** What a host told of the copy we have, for a conditional request. */
  etag?: string;
  lastModified?: string;
  /** Media types wanted, as in the header. */
  accept?: string;
  limits?: Partial<FetchLimits>;
  /** `host` or `host:port` of the editor's own network: these may have addresses that are not public. */
  allowHosts?: readonly string[];
  lookup?: Lookup;
  signal?: AbortSignal;
}

/** Asks an address; `safeFetch` with the editor's own hosts, or nothing at all when offline. */
export type Fetch = (address: string, options: FetchOptions) => Promise<Fetched>;

const usualLimits: FetchLimits = {
  milliseconds: 20_000,
  bytes: 10 * 1024 * 1024,
  redirects: 5,
};

/** Longest validator that is kept: it goes back to the host with each later question. Characters. */
const longestValidator = 1024;

/**
 * Fetches an address that anybody may have written. No connection is ever made to an address that is not public
 * unicast, on any hop, unless the editor named the host. Never throws for what a host does.
 */
export async function safeFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...usualLimits, ...options.limits };
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), limits.milliseconds);
  const given = options.signal === undefined ? [] : [options.signal];
  const signal = AbortSignal.any([deadline.signal, ...given]);
  try {
    const fetched = await follow(address, options, limits, signal);
    // Whatever broke then, it broke because we hung up.
    if (fetched.kind !== 'failed' || !signal.aborted) return fetched;
    if (!deadline.signal.aborted) return failed('stopped', 'the fetching was stopped');
    const seconds = Math.round(limits.milliseconds / 1000);
    return failed('slow-host', `the host did not answer within ${seconds} seconds`);
  } finally {
    clearTimeout(timer);
    // Whoever still holds on to the answer lets go: a refused one is not read to its end.
    deadline.abort();
  }
}

async function follow(
  address: string,
  options: FetchOptions,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const { allowHosts = [], lookup = lookUp } = options;
  let target = parseTarget(address, allowHosts);
  let isForGood = true;
  for (let hops = 0; target.kind === 'target'; hops++) {
    const asked = await ask(target, { headers: headersOf(options), lookup, signal });
    if (asked.kind === 'failed') return asked;
    const { answer } = asked;
    const status = answer.statusCode ?? 0;
    const moved = hops > 0 && isForGood ? { movedTo: target.url.href } : {};
    if (status === 200 || status === 203) {
      const fetched = await read(answer, target, limits, signal);
      return fetched.kind === 'fetched' ? { ...fetched, ...moved } : fetched;
    }
    const { location } = answer.headers;
    // What stands in the body of any other answer is nobody's news.
    answer.on('error', () => undefined).destroy();
    if (status === 304 && (options.etag ?? options.lastModified) !== undefined) {
      return { kind: 'not-modified', ...moved };
    }
    if (![301, 302, 303, 307, 308].includes(status)) {
      return statusFailure(status, answer.headers);
    }
    if (hops >= limits.redirects) {
      const message = `the host sends on to another address more than ${limits.redirects} times`;
      return failed('too-many-redirects', message, 'give the address where the feed is now');
    }
    isForGood &&= status === 301 || status === 308;
    target = redirected(target, location, allowHosts);
  }
  return target;
}

function headersOf({ accept = '*/*', etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'User-Agent': 'Lede',
    Accept: accept,
    'Accept-Encoding': 'gzip, deflate, br',
    ...(isValidator(etag) ? { 'If-None-Match': etag } : {}),
    ...(isValidator(lastModified) ? { 'If-Modified-Since': lastModified } : {}),
  };
}

async function read(
  answer: IncomingMessage,
  { url }: Target,
  { bytes: limit }: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const result = await readAnswer(answer, limit, signal);
  if (result.kind === 'failed') return result;
  const { etag, 'last-modified': lastModified, 'content-type': type = '' } = answer.headers;
  const charset = /;\s*charset\s*=\s*"?([\w.:+-]{1,40})/i.exec(type.slice(0, 500))?.[1];
  return {
    kind: 'fetched',
    bytes: result.bytes,
    contentType: (type.slice(0, 200).split(';')[0] ?? '').trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset: charset.toLowerCase() }),
    ...(isValidator(etag) ? { etag } : {}),
    ...(isValidator(lastModified) ? { lastModified } : {}),
    finalUrl: url.href,
  };
}

/** Whether a header's text may be kept and sent back. */
function isValidator(text: unknown): text is string {
  return typeof text === 'string' && text.length <= longestValidator && /^[\x20-\x7e]+$/.test(text);
}
