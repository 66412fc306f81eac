import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/publisher/serve/serve.ts';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const moon = '<!doctype html><title>The Moon</title>'.padEnd(2000, ' moon');

let home: string;
let root: string;
let serving: Serving;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-serve-'));
  root = join(home, 'dist');
  for (const folder of ['story', 'section/science', 'assets', 'media', '.hidden']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  const files = {
    'index.html': '<!doctype html><title>Front</title>',
    '404.html': '<!doctype html><title>Not here</title>',
    'latest.json': '{"edition":"1"}',
    'story/moon.html': moon,
    'story/moon.json': '{"headline":"The Moon"}',
    'section/science.html': 'newest',
    'section/science/1.html': 'oldest',
    'assets/main-abc.js': 'start()',
    'media/0123456789abcdef-400.avif': 'x'.repeat(1000),
    '.hidden/secret.html': 'secret',
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  await writeFile(join(home, 'outside.html'), 'outside');
  serving = await serve(root, 0, '/');
});

afterEach(async () => {
  await serving.close();
  await rm(home, { recursive: true });
});

// The plain client of node:http sends a path as it is, where fetch would tidy `..` away.
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = serving.port,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('addresses', () => {
  it.each([
    ['/', 'Front'],
    ['/story/moon', 'The Moon'],
    ['/story/moon/', 'The Moon'],
    ['/story/moon?from=mail', 'The Moon'],
    ['/story/moon.json', 'The Moon'],
    ['/section/science', 'newest'],
    ['/section/science/', 'newest'],
    ['/section/science/1', 'oldest'],
  ])('answers %s with its file and no redirect', async (path, text) => {
    const reply = await get(path);
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toContain(text);
  });

  it.each(['/story/sun', '/story', '/latest.json/', '/assets/gone.js', '/.hidden/secret'])(
    'answers %s with a real 404 and the page that says so',
    async (path) => {
      const reply = await get(path);
      expect(reply.status).toBe(404);
      expect(reply.body.toString()).toContain('Not here');
      expect(reply.headers['cache-control']).toBe('no-cache');
    },
  );

  it.each([
    '/../outside.html',
    '/story/../../outside',
    '/%2e%2e/outside.html',
    '/..%2foutside.html',
    '/..%5coutside.html',
    '/story\\moon',
    '/story/moon%00.html',
    '//story/moon',
    '/%zz',
  ])('refuses the trick %s', async (path) => {
    const reply = await get(path);
    expect(reply.status).toBe(400);
    expect(reply.body.toString()).not.toContain('outside');
  });

  it('does not follow a symbolic link out of the folder', async () => {
    await symlink(join(home, 'outside.html'), join(root, 'link.html'));
    expect((await get('/link')).status).toBe(404);
  });

  it('serves an edition made for /news/ under it and nowhere else', async () => {
    const under = await serve(root, 0, '/news/');
    try {
      expect((await get('/news/', {}, 'GET', under.port)).body.toString()).toContain('Front');
      expect((await get('/news', {}, 'GET', under.port)).status).toBe(200);
      expect((await get('/news/story/moon', {}, 'GET', under.port)).status).toBe(200);
      expect((await get('/story/moon', {}, 'GET', under.port)).status).toBe(404);
    } finally {
      await under.close();
    }
  });
});

describe('headers', () => {
  it('keeps hashed files for a year and has pages asked for again', async () => {
    const year = 'public, max-age=31536000, immutable';
    expect((await get('/assets/main-abc.js')).headers['cache-control']).toBe(year);
    expect((await get('/media/0123456789abcdef-400.avif')).headers).toMatchObject({
      'cache-control': year,
      'content-type': 'image/avif',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/latest.json')).headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('says 304 while a page is unchanged, and 200 once it has changed', async () => {
    const { etag } = (await get('/story/moon')).headers;
    const again = await get('/story/moon', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    await writeFile(join(root, 'story/moon.html'), 'new');
    await utimes(join(root, 'story/moon.html'), 1, 1);
    expect((await get('/story/moon', { 'if-none-match': etag ?? '' })).status).toBe(200);
  });

  it('compresses text with brotli, else gzip, and gives each its own tag', async () => {
    const br = await get('/story/moon', { 'accept-encoding': 'gzip, deflate, br' });
    const gz = await get('/story/moon', { 'accept-encoding': 'gzip, br;q=0' });
    const plain = await get('/story/moon');
    expect(brotliDecompressSync(br.body).toString()).toBe(moon);
    expect(gunzipSync(gz.body).toString()).toBe(moon);
    expect(plain.body.toString()).toBe(moon);
    expect(br.headers['vary']).toBe('accept-encoding');
    expect(new Set([br.headers.etag, gz.headers.etag, plain.headers.etag]).size).toBe(3);
    const second = await get('/story/moon', { 'accept-encoding': 'br' });
    expect(second.body.equals(br.body)).toBe(true);
  });

  it('gives the copy that was stored compressed, unless the page is newer', async () => {
    await writeFile(join(root, 'story/moon.html.br'), brotliCompressSync(`${moon} stored`));
    await writeFile(join(root, 'story/moon.html.gz'), gzipSync(`${moon} stored`));
    const br = await get('/story/moon', { 'accept-encoding': 'br' });
    const gz = await get('/story/moon', { 'accept-encoding': 'gzip' });
    expect(brotliDecompressSync(br.body).toString()).toBe(`${moon} stored`);
    expect(gunzipSync(gz.body).toString()).toBe(`${moon} stored`);
    expect(br.headers).toMatchObject({
      ...{ 'content-encoding': 'br', 'content-type': 'text/html; charset=utf-8' },
      'content-length': String(br.body.length),
    });
    expect((await get('/story/moon')).body.toString()).toBe(moon);
    const ahead = Date.now() / 1000 + 60;
    await utimes(join(root, 'story/moon.html'), ahead, ahead);
    const newer = await get('/story/moon', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(newer.body).toString()).toBe(moon);
  });

  it('leaves pictures as they are', async () => {
    const reply = await get('/media/0123456789abcdef-400.avif', { 'accept-encoding': 'br' });
    expect(reply.headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD like GET, without the body', async () => {
    for (const headers of [{}, { 'accept-encoding': 'br' }]) {
      const head = await get('/story/moon', headers, 'HEAD');
      const full = await get('/story/moon', headers);
      expect(head.body.length).toBe(0);
      expect(head.headers['content-length']).toBe(String(full.body.length));
    }
  });

  it('refuses to be written to', async () => {
    const reply = await get('/story/moon', {}, 'POST');
    expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});

describe('byte ranges', () => {
  const picture = '/media/0123456789abcdef-400.avif';

  it.each([
    ['bytes=0-99', 'bytes 0-99/1000', 100],
    ['bytes=990-', 'bytes 990-999/1000', 10],
    ['bytes=-5', 'bytes 995-999/1000', 5],
    ['bytes=900-5000', 'bytes 900-999/1000', 100],
  ])('answers %s with that part', async (range, contentRange, length) => {
    const reply = await get(picture, { range });
    expect(reply.status).toBe(206);
    expect(reply.headers['content-range']).toBe(contentRange);
    expect(reply.body.length).toBe(length);
  });

  it('says 416 past the end, with the size', async () => {
    const reply = await get(picture, { range: 'bytes=1000-' });
    expect([reply.status, reply.headers['content-range']]).toEqual([416, 'bytes */1000']);
  });

  it.each(['bytes=0-1,5-6', 'pages=1-2', 'bytes=9-2', 'bytes=-'])(
    'answers %s with the whole file',
    async (range) => {
      const reply = await get(picture, { range });
      expect([reply.status, reply.body.length]).toEqual([200, 1000]);
    },
  );

  it('gives part of a text uncompressed, and the whole when it has changed since', async () => {
    const headers = { range: 'bytes=0-14', 'accept-encoding': 'br' };
    const part = await get('/story/moon', headers);
    expect([part.status, part.body.toString()]).toEqual([206, '<!doctype html>']);
    const stale = await get('/story/moon', { ...headers, 'if-range': '"older"' });
    expect([stale.status, stale.body.toString()]).toEqual([200, moon]);
  });
});

it('takes the next free port when the wanted one is in use', async () => {
  const next = await serve(root, serving.port, '/');
  try {
    expect(next.port).toBeGreaterThan(serving.port);
  } finally {
    await next.close();
  }
});
