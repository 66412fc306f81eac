import type { Line } from '../model/workerMessages.ts';
import type { Device } from './device.ts';

/** Why the network gave nothing to keep; the same words as the reader's LoadProblemKind. */
export type Failure =
  | 'offline'
  | 'timeout'
  | 'server'
  | 'not-here'
  | 'sign-in'
  | 'newer'
  | 'unreadable';

export type Asked =
  | { kind: 'new'; bytes: Uint8Array<ArrayBuffer>; etag?: string }
  /** What we have is what the host has. */
  | { kind: 'same' }
  /** `page`: what the host says in the place of a page it does not have. */
  | { kind: 'failed'; why: Failure; page?: string };

interface Question {
  url: string;
  /**
   * The media types that will do, without parameters; empty for none given. `proven`: any but a page of HTML, for bytes
   * whose hash is known. Hosts disagree on the types of scripts, fonts and AVIF, and some know none.
   */
  types: readonly string[] | 'proven';
  /** Tag of the copy we have. */
  etag?: string | undefined;
  /** Milliseconds until the whole answer must be here. */
  limit: number;
  /** The limit starts again with every part that comes: a slow line is waited for, one that hangs is not. */
  isPatient?: true;
  /** `default`: the browser's own cache may answer, only for what has its hash in its name; `reload`: it is renewed. */
  cache?: 'default' | 'reload';
  /** Ends the question before its time; that says nothing of the line. */
  signal?: AbortSignal;
  /** Called with the bytes that came so far. */
  onBytes?: (bytes: number) => void;
}

/**
 * Asks the host once. Never throws: whatever comes that is not a whole, plain 200 of the right type is a failure with a
 * name. A redirect is one too: an edition has none, so somebody else answers.
 */
export async function ask(device: Device, question: Question): Promise<Asked> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = (): void => undefined;
  const tooLate = new Promise<Asked>((resolve) => {
    giveUp = () => {
      resolve({ kind: 'failed', why: 'timeout' });
      stop.abort();
    };
  });
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, question.limit);
  };
  wait();
  const { isPatient, onBytes } = question;
  const heard = (bytes: number): void => {
    if (isPatient) wait();
    onBytes?.(bytes);
  };
  const patient = isPatient ? { ...question, onBytes: heard } : question;
  const asked = await Promise.race([tooLate, send(device, patient, stop.signal)]);
  clearTimeout(timer);
  // What the browser's own cache may have answered says nothing of the line.
  const isOfLine = asked.kind === 'failed' || question.cache !== 'default';
  if (isOfLine && question.signal?.aborted !== true) noteLine(device, asked);
  return asked;
}

async function send(device: Device, question: Question, tooLate: AbortSignal): Promise<Asked> {
  const { url, etag, cache, signal: ended, onBytes } = question;
  const signal = ended === undefined ? tooLate : AbortSignal.any([ended, tooLate]);
  try {
    const response = await device.fetch(url, {
      signal,
      redirect: 'manual',
      credentials: 'same-origin',
      cache: cache ?? 'no-store',
      ...(etag !== undefined && { headers: { 'if-none-match': etag } }),
    });
    const why = failureOf(response, question);
    if (why === 'not-here') return { kind: 'failed', why, page: await response.text() };
    if (why !== undefined) {
      // Nobody reads the rest: the connection is free for the next request.
      void response.body?.cancel().catch(() => undefined);
      return { kind: 'failed', why };
    }
    if (response.status === 304) return { kind: 'same' };
    const bytes = await readBytes(response, onBytes);
    const tag = response.headers.get('etag');
    return { kind: 'new', bytes, ...(tag !== null && { etag: tag }) };
  } catch {
    return { kind: 'failed', why: 'offline' };
  }
}

async function readBytes(
  response: Response,
  onBytes: Question['onBytes'],
): Promise<Uint8Array<ArrayBuffer>> {
  if (onBytes === undefined || response.body === null) {
    return new Uint8Array(await response.arrayBuffer());
  }
  let count = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (part, controller) => {
        count += part.length;
        onBytes(count);
        controller.enqueue(part);
      },
    }),
  );
  return new Uint8Array(await new Response(counted).arrayBuffer());
}

function failureOf(response: Response, { types, etag }: Question): Failure | undefined {
  const { status, redirected, headers } = response;
  if (response.type === 'opaqueredirect' || redirected || status === 511) return 'sign-in';
  if (status >= 300 && status < 400 && status !== 304) return 'sign-in';
  if (status === 404 || status === 410) return 'not-here';
  if (status === 304) return etag === undefined ? 'unreadable' : undefined;
  if (status !== 200) return status >= 400 ? 'server' : 'unreadable';
  const given = (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
  const isPage = given === 'text/html';
  if (types === 'proven' ? !isPage : types.includes(given)) return undefined;
  // A network that wants a sign-in answers everything with a page of its own.
  return isPage ? 'sign-in' : 'unreadable';
}

/** What an answer tells of the line; a change is told to the pages. */
function noteLine(device: Device, asked: Asked): void {
  const line = asked.kind === 'failed' ? lineOf[asked.why] : 'ok';
  if (line === undefined || line === device.line) return;
  device.line = line;
  device.tell({ kind: 'state', line });
}

const lineOf: Record<Failure, Line | undefined> = {
  offline: 'offline',
  timeout: 'weak',
  server: 'server',
  'sign-in': 'sign-in',
  'not-here': 'ok',
  newer: 'ok',
  // One damaged answer says nothing of the line.
  unreadable: undefined,
};
