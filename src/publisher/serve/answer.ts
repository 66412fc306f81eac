import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { workerAddress } from '../../model/address.ts';
import { contentTypeOf, isCompressible } from './contentTypes.ts';
import { createCompressor, encodingFor } from './encoding.ts';
import { findFile, type FoundFile } from './findFile.ts';
import { findStored } from './findStored.ts';
import { parseRange, type ByteRange } from './range.ts';
import { parseRequestPath } from './requestPath.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What is put on pages on their way, which are then made anew each time. */
interface Dressing {
  dress: (page: string) => string;
  /** Where there is no page for what is not there. */
  missing: string;
}

/**
 * Answers requests for a published folder as a good static host does.
 *
 * @param root real path of the folder
 * @param base base path of the edition, `/` or `/news/`
 */
export function createAnswer(root: string, base: string, dressing?: Dressing): Answer {
  const compress = createCompressor();

  return async (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return say(response, 405, 'Only reading is possible here.');
    }
    const asked = parseRequestPath(request.url ?? '', base);
    if (asked.kind === 'malformed') return say(response, 400, 'This address is malformed.');
    if (asked.kind === 'outside') return notFound(request, response);
    // A dressed page is not what its seal says, so no worker may keep it: one from before is undone.
    const isWorker = dressing !== undefined && `/${asked.segments.join('/')}` === workerAddress;
    const segments = isWorker ? ['sw-off.js'] : asked.segments;
    const file = await findFile(root, segments, asked.trailingSlash);
    if (file === undefined) return notFound(request, response);
    const isHashed = asked.segments[0] === 'assets' || asked.segments[0] === 'media';
    if (asked.segments[0] === 'media') {
      // Opened by itself a picture is a document: should one hold a script, it has nothing to act on.
      response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    }
    response.setHeader(
      'cache-control',
      isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    return send(request, response, file, 200);
  };

  async function notFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await findFile(root, ['404.html'], false);
    if (page === undefined && dressing !== undefined) {
      return sendPage(response, dressing.dress(dressing.missing), 404);
    }
    if (page === undefined) return say(response, 404, 'There is nothing at this address.');
    response.setHeader('cache-control', 'no-cache');
    return send(request, response, page, 404);
  }

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    file: FoundFile,
    status: 200 | 404,
  ): Promise<void> {
    const type = contentTypeOf(file.path);
    if (dressing !== undefined && type.startsWith('text/html')) {
      return sendPage(response, dressing.dress(await readFile(file.path, 'utf8')), status);
    }
    response.setHeader('content-type', type);
    const isText = isCompressible(type);
    if (isText) response.setHeader('vary', 'accept-encoding');
    // A range counts bytes of the plain file, so such an answer is never compressed.
    const isPartial = status === 200 && request.headers.range !== undefined;
    const encoding =
      isText && !isPartial ? encodingFor(headerText(request, 'accept-encoding')) : undefined;
    const etag = `"${file.stamp}${encoding === undefined ? '' : `-${encoding}`}"`;
    if (status === 200) {
      response.setHeader('etag', etag);
      if (isKnown(headerText(request, 'if-none-match'), etag)) {
        response.writeHead(304).end();
        return;
      }
      if (encoding === undefined) response.setHeader('accept-ranges', 'bytes');
    }
    if (encoding !== undefined) {
      response.setHeader('content-encoding', encoding);
      const stored = await findStored(root, file, encoding);
      if (stored !== undefined) return sendFile(request, response, stored, status);
      const packed = await compress(file, encoding);
      response.writeHead(status, { 'content-length': packed.length });
      response.end(request.method === 'HEAD' ? undefined : packed);
      return;
    }
    const ifRange = headerText(request, 'if-range');
    const range =
      isPartial && (ifRange === undefined || ifRange === etag)
        ? parseRange(request.headers.range, file.size)
        : undefined;
    if (range === 'unsatisfiable') {
      response.setHeader('content-range', `bytes */${file.size}`);
      return say(response, 416, 'The file is shorter than that.');
    }
    if (range !== undefined) {
      response.setHeader('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
    }
    await sendFile(request, response, file, range === undefined ? status : 206, range);
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, size }: FoundFile,
  status: number,
  range?: ByteRange,
): Promise<void> {
  const length = range === undefined ? size : range.end - range.start + 1;
  response.writeHead(status, { 'content-length': length });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(path, range), response);
}

function sendPage(response: ServerResponse, page: string, status: number): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status).end(page);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

function headerText(
  request: IncomingMessage,
  name: 'accept-encoding' | 'if-none-match' | 'if-range',
): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status).end(`${sentence}\n`);
}
