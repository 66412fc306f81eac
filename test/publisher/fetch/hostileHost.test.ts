import { createServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { safeFetch, type FetchOptions } from '../../../src/publisher/fetch/safeFetch.ts';
import { startHost, type Host } from './host.ts';

const ask = ({ address, name }: Host, path = '/', options: FetchOptions = {}) =>
  safeFetch(address + path, { allowHosts: [name], ...options });
const MiB = 1024 * 1024;

describe('a hostile host', () => {
  const small = { milliseconds: 400 };
  const code = async (...args: Parameters<typeof ask>): Promise<string> => {
    const fetched = await ask(...args);
    return fetched.kind === 'failed' ? fetched.code : fetched.kind;
  };

  it.each([
    ['gzip', gzipSync(Buffer.alloc(256 * MiB))],
    ['br', brotliCompressSync(Buffer.alloc(64 * MiB))],
    ['deflate', deflateSync(Buffer.alloc(64 * MiB))],
  ])('cannot fill the memory with what unpacks from %s', async (encoding, bomb) => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    const limits = { bytes: 1024 * MiB };
    expect(await code(host, '/', { limits })).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MiB);
  });

  it('cannot pack twice, or in a way nobody asked for', async () => {
    const twice = gzipSync(gzipSync('x'));
    for (const encoding of ['gzip, gzip', 'zstd', 'compress', 'x'.repeat(1000)]) {
      const host = await startHost((_request, response) => {
        response.writeHead(200, { 'Content-Encoding': encoding }).end(twice);
      });
      expect(await code(host)).toBe('bad-answer');
    }
  });

  it.each(['gzip', 'deflate', 'br'])('gains nothing by a broken %s', async (encoding) => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding }).end('\u0078\u0000not packed');
    });
    expect(await code(host)).toMatch(/^bad-answer$|^cut-off-answer$/);
  });

  it('cannot send for ever', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', more);
      };
      more();
    });
    expect(await code(host)).toBe('too-large');
  });

  it('that drips, or never answers, is left when its time is over', async () => {
    const timers: NodeJS.Timeout[] = [];
    const drip = await startHost((_request, response) => {
      response.writeHead(200);
      timers.push(setInterval(() => response.write('x'), 20));
    });
    const silent = await startHost(() => undefined);
    const headDrip = createServer((socket) => {
      socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\n');
      timers.push(setInterval(() => socket.write('X: y\r\n'), 20));
    });
    await new Promise<void>((resolve) => headDrip.listen(0, '127.0.0.1', resolve));
    const name = `127.0.0.1:${(headDrip.address() as AddressInfo).port}`;
    const start = performance.now();
    const codes = await Promise.all([
      code(drip, '/', { limits: small }),
      code(silent, '/', { limits: small }),
      code({ address: `http://${name}`, name, asked: [] }, '/', { limits: small }),
    ]);
    expect(codes).toEqual(['slow-host', 'slow-host', 'slow-host']);
    expect(performance.now() - start).toBeLessThan(1500);
    timers.forEach(clearInterval);
    headDrip.close();
  });

  it('has one time for all redirects together', async () => {
    const host = await startHost((_request, response) => {
      setTimeout(() => response.writeHead(302, { Location: '/' }).end(), 150);
    });
    expect(await code(host, '/', { limits: small })).toBe('slow-host');
  });

  it('whose name is never found is left when its time is over', async () => {
    const lookup = () => new Promise<string[]>(() => undefined);
    const failure = await safeFetch('http://example.org/', { lookup, limits: small });
    expect(failure).toMatchObject({ kind: 'failed', code: 'slow-host' });
  });

  it('cannot send a head without end', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'X-Long': 'x'.repeat(64 * 1024) }).end('x');
    });
    expect(await code(host)).toBe('bad-answer');
  });

  it('cannot have a giant tag carried back and forth', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { ETag: `"${'x'.repeat(2000)}"`, 'Last-Modified': 'caf\u00e9' });
      response.end('x');
    });
    const fetched = await ask(host);
    expect(Object.keys(fetched)).not.toEqual(expect.arrayContaining(['etag']));
    expect(Object.keys(fetched)).not.toEqual(expect.arrayContaining(['lastModified']));
  });

  it('that hangs up in the middle has not answered', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    });
    expect(await code(host)).toBe('cut-off-answer');
  });

  it.each([
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nxx',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx',
    'HTTP/1.1 999 What\r\n\r\n',
    '',
  ])('that says %j and hangs up has not answered', async (said) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).end(said);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = await code({ address: `http://${name}`, name, asked: [] });
    server.close();
    expect(answer).toMatch(/^(bad-answer|cut-off-answer|bad-status)$/);
  });

  it('that speaks no HTTP has not answered', async () => {
    const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await code({ address: `http://${name}`, name, asked: [] })).toBe('bad-answer');
    server.close();
    expect(await code({ address: `http://${name}`, name, asked: [] })).toBe('unreachable-host');
    expect(await code({ address: `https://${name}`, name, asked: [] })).toBe('unreachable-host');
  });
});
