import type { ServerResponse } from 'node:http';

/** A number of bytes, or the middle of a body of any length. */
type Place = number | 'half';

/** What can go wrong with one answer on its way. */
export type Fault =
  /** The connection is refused: closed before a byte is answered. */
  | { kind: 'refuse' }
  /** The connection is reset after so many bytes of the body. */
  | { kind: 'reset'; after: Place }
  /** Nothing ever comes; with `after`, nothing more than so many bytes. */
  | { kind: 'hang'; after?: Place }
  /** So many bytes each tenth of a second. */
  | { kind: 'drip'; bytes: number }
  /** Cut short after so many bytes, in one of the three ways in which a body says where it ends. */
  | { kind: 'cut'; after: Place; framing: 'length' | 'chunked' | 'close' }
  /** With `isWhole`, the right bytes under the wrong status. */
  | { kind: 'status'; status: number; isWhole?: true }
  | { kind: 'type'; type: string }
  /** A network's sign-in page in the place of everything. */
  | { kind: 'captive' }
  | { kind: 'redirect'; to: string }
  /** One bit of the body is another. */
  | { kind: 'flip'; at: Place }
  /** Whole bytes of something else under this address. */
  | { kind: 'swap'; body: string }
  /** What another published folder has under this address: an edge of the network that is behind, releases mixed. */
  | { kind: 'other-release'; folder: string };

/** An answer as it should have been. */
export interface GoodAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const signIn = '<!doctype html><html><body><h1>Welcome to the train</h1>Sign in.</body></html>';
const html = 'text/html; charset=utf-8';

/** Answers badly. @param good what would have been right; for another release, what that has */
export function answerBadly(response: ServerResponse, fault: Fault, good: GoodAnswer): void {
  const { headers, body } = good;
  switch (fault.kind) {
    case 'refuse':
      response.destroy();
      return;
    case 'reset':
      response.writeHead(200, { ...headers, 'content-length': body.length });
      response.write(partOf(good, fault.after), () => response.socket?.resetAndDestroy());
      return;
    case 'hang':
      if (fault.after === undefined) return;
      response.writeHead(200, { ...headers, 'content-length': body.length });
      response.write(partOf(good, fault.after));
      return;
    case 'drip':
      drip(response, good, fault.bytes);
      return;
    case 'cut':
      cut(response, good, fault);
      return;
    case 'status':
      if (fault.isWhole === true) response.writeHead(fault.status, headers).end(body);
      else response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('no');
      return;
    case 'type':
      response.writeHead(200, { ...headers, 'content-type': fault.type }).end(body);
      return;
    case 'captive':
      response.writeHead(200, { 'content-type': html }).end(signIn);
      return;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'flip': {
      const bent = Buffer.from(body);
      const at = Math.min(placeIn(good, fault.at), bent.length - 1);
      bent[at] = (bent[at] ?? 0) ^ 1;
      response.writeHead(200, { ...headers, 'content-length': bent.length }).end(bent);
      return;
    }
    case 'swap':
      response.writeHead(200, headers).end(fault.body);
      return;
    case 'other-release':
      response.writeHead(good.status, headers).end(body);
  }
}

function placeIn({ body }: GoodAnswer, place: Place): number {
  return place === 'half' ? Math.floor(body.length / 2) : place;
}

function partOf(good: GoodAnswer, place: Place): Buffer {
  return good.body.subarray(0, placeIn(good, place));
}

function drip(response: ServerResponse, { headers, body }: GoodAnswer, bytes: number): void {
  response.writeHead(200, { ...headers, 'content-length': body.length });
  let place = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(place, place + bytes));
    place += bytes;
    if (place < body.length) return;
    clearInterval(timer);
    response.end();
  }, 100);
  response.on('close', () => clearInterval(timer));
}

/** Source: RFC 9112 §6.3, the three ways a message body is delimited; the last cannot be told from a whole one. */
function cut(
  response: ServerResponse,
  good: GoodAnswer,
  { after, framing }: { after: Place; framing: 'length' | 'chunked' | 'close' },
): void {
  const { headers, body } = good;
  const part = partOf(good, after);
  if (framing === 'length') {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.write(part, () => response.destroy());
    return;
  }
  if (framing === 'chunked') {
    response.writeHead(200, { ...headers, 'transfer-encoding': 'chunked' });
    response.write(part, () => response.destroy());
    return;
  }
  response.removeHeader('content-length');
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.writeHead(200, { ...headers, connection: 'close' });
  response.end(part);
}
