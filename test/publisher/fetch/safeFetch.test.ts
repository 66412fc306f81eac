import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { safeFetch, type FetchOptions } from '../../../src/publisher/fetch/safeFetch.ts';
import { startHost, type Host } from './host.ts';

const ask = ({ address, name }: Host, path = '/', options: FetchOptions = {}) =>
  safeFetch(address + path, { allowHosts: [name], ...options });
const neverLookUp = (): never => {
  throw new Error('nothing was to be looked up');
};

describe('a feed on a public host', () => {
  it('comes with its bytes, its type, its charset and what tells versions apart', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'Application/RSS+XML; Charset="ISO-8859-1"',
        ETag: '"7"',
        'Last-Modified': 'Tue, 16 Dec 2025 09:00:00 GMT',
      });
      response.end('caf\u00e9', 'latin1');
    });
    expect(await ask(host, '/feed?x=1#part')).toEqual({
      kind: 'fetched',
      bytes: Buffer.from('caf\u00e9', 'latin1'),
      contentType: 'application/rss+xml',
      charset: 'iso-8859-1',
      etag: '"7"',
      lastModified: 'Tue, 16 Dec 2025 09:00:00 GMT',
      finalUrl: `${host.address}/feed?x=1`,
    });
  });

  it('is asked honestly: by name, without cookies or credentials', async () => {
    const host = await startHost((_request, response) => {
      response.setHeader('Set-Cookie', 'id=1');
      if (_request.url === '/') response.writeHead(302, { Location: '/feed' });
      response.end();
    });
    await ask(host, '/', { accept: 'application/rss+xml' });
    expect(host.asked.map(({ headers }) => Object.keys(headers).toSorted())).toEqual(
      [1, 2].map(() => ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']),
    );
    expect(host.asked[0]?.headers).toMatchObject({
      'user-agent': 'Lede',
      accept: 'application/rss+xml',
      host: host.name,
    });
  });

  it('is not sent again when it has not changed', async () => {
    const host = await startHost((request, response) => {
      const isSame = request.headers['if-none-match'] === '"7"';
      response.writeHead(isSame ? 304 : 200).end();
    });
    const lastModified = 'Tue, 16 Dec 2025 09:00:00 GMT';
    expect(await ask(host, '/', { etag: '"7"', lastModified })).toEqual({ kind: 'not-modified' });
    expect(host.asked[0]?.headers['if-modified-since']).toBe(lastModified);
    expect(await ask(host, '/', { etag: '"6"' })).toMatchObject({ kind: 'fetched' });
  });

  it('that claims no change although nobody asked has failed', async () => {
    const host = await startHost((_request, response) => response.writeHead(304).end());
    expect(await ask(host)).toMatchObject({ kind: 'failed', code: 'bad-status' });
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', (plain: Buffer) => plain],
  ])('may be packed with %s', async (encoding, pack) => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding });
      response.end(pack(Buffer.from('All about the Moon')));
    });
    const fetched = await ask(host);
    expect(fetched.kind === 'fetched' ? String(fetched.bytes) : fetched).toBe('All about the Moon');
  });

  it.each([404, 410, 401, 429, 500, 206, 204, 300])(
    'that answers %i has failed',
    async (status) => {
      const host = await startHost((_request, response) => response.writeHead(status).end('Sorry'));
      const failure = await ask(host);
      expect(failure).toMatchObject({ kind: 'failed', code: 'bad-status' });
      expect(JSON.stringify(failure)).toContain(String(status));
      expect(JSON.stringify(failure)).not.toContain('Sorry');
    },
  );

  it('may have moved, five times at most', async () => {
    const host = await startHost(({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left > 0) response.writeHead(left % 2 ? 301 : 308, { Location: `/${left - 1}` });
      response.end('here');
    });
    expect(await ask(host, '/5')).toMatchObject({ kind: 'fetched', finalUrl: `${host.address}/0` });
    expect(await ask(host, '/6')).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
    expect(host.asked).toHaveLength(12);
  });

  it('that sends round in circles is left', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(302, { Location: '/' }).end();
    });
    expect(await ask(host)).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
    expect(host.asked).toHaveLength(6);
  });

  it.each([
    ...['file:///etc/passwd', 'data:text/plain,x', 'ftp://example.org/', 'gopher://example.org/'],
    ...[
      'javascript:1',
      'http://user:secret@example.org/',
      'http://example.org:25/',
      'http://[',
      '',
    ],
    `http://example.org/${'x'.repeat(3000)}`,
  ])('that sends on to %s is not followed', async (location) => {
    const host = await startHost((_request, response) => {
      response.writeHead(302, { Location: location }).end();
    });
    const failure = await ask(host, '/', { lookup: neverLookUp });
    expect(failure).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });
});

describe('nothing is connected to outside the public internet:', () => {
  it.each([
    ...['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '0', '①②⑦.0.0.1'],
    ...['127。0。0。1', '127.0.0.1.', '%31%32%37.0.0.1', '169.254.169.254', '10.0.0.1'],
    ...['[::1]', '[::]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[fe80::1]'],
    ...['[fd00::1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]'],
  ])('http://%s/ is refused without a look-up', async (host) => {
    const failure = await safeFetch(`http://${host}/`, { lookup: neverLookUp });
    expect(failure).toMatchObject({ kind: 'failed', code: 'private-address' });
  });

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'printer.internal', 'a.example.org'])(
    'the name %s is refused for the address it leads to',
    async (host) => {
      const asked: string[] = [];
      const lookup = (name: string): Promise<string[]> => {
        asked.push(name);
        return Promise.resolve(['127.0.0.1']);
      };
      const failure = await safeFetch(`http://${host}/`, { lookup });
      expect(failure).toMatchObject({ kind: 'failed', code: 'private-address' });
      expect(asked).toEqual([host.toLowerCase().replace(/\.$/, '')]);
    },
  );

  it('one private address among public ones condemns the name', async () => {
    const lookup = () => Promise.resolve(['93.184.215.14', '10.0.0.1']);
    const failure = await safeFetch('http://example.org/', { lookup });
    expect(failure).toMatchObject({ kind: 'failed', code: 'private-address' });
  });

  it('a redirect to a private address, literal or by name, is not followed', async () => {
    const secret = await startHost((_request, response) => response.end('secret'));
    const { port } = new URL(secret.address);
    for (const location of [secret.address, `http://inside.example:${port}/`]) {
      const host = await startHost((_request, response) => {
        response.writeHead(302, { Location: location }).end();
      });
      const lookup = () => Promise.resolve(['127.0.0.1']);
      const failure = await ask(host, '/', { lookup });
      expect(failure).toMatchObject({ kind: 'failed', code: 'private-address' });
    }
    expect(secret.asked).toEqual([]);
  });

  it('a name that answers differently the second time gains nothing', async () => {
    const secret = await startHost((_request, response) => response.end('secret'));
    const { port } = new URL(secret.address);
    const answers = [['127.0.0.1'], ['127.0.0.9'], ['127.0.0.9']];
    const lookup = () => Promise.resolve(answers.shift() ?? []);
    const url = `http://rebind.example:${port}/`;
    // The answer that was checked is the one connected to: at the second there is nobody.
    expect(await safeFetch(url, { lookup, allowHosts: ['rebind.example'] })).toMatchObject({
      kind: 'fetched',
    });
    expect(answers).toHaveLength(2);
    expect(await safeFetch(url, { lookup })).toMatchObject({ code: 'private-address' });
    expect(answers).toHaveLength(1);
    expect(secret.asked).toHaveLength(1);
  });

  it('the proxy of the environment is not asked', async () => {
    const proxy = await startHost((_request, response) => response.end('proxied'));
    process.env['http_proxy'] = proxy.address;
    const failure = await safeFetch('http://[::1]/', { lookup: neverLookUp });
    delete process.env['http_proxy'];
    expect(failure.kind).toBe('failed');
    expect(proxy.asked).toEqual([]);
  });

  it('unless the editor names the host, with its port or for all ports', async () => {
    const host = await startHost((_request, response) => response.end('ours'));
    const { port } = new URL(host.address);
    const kind = async (allowed: string, name = '127.0.0.1') => {
      const lookup = () => Promise.resolve(['127.0.0.1']);
      const url = `http://${name}:${port}/`;
      return (await safeFetch(url, { allowHosts: [allowed], lookup })).kind;
    };
    expect(await kind('127.0.0.1')).toBe('fetched');
    expect(await kind(`127.0.0.1:${port}`)).toBe('fetched');
    expect(await kind('CMS.local.', 'cms.local')).toBe('fetched');
    expect(await kind('127.0.0.1:1')).toBe('failed');
    expect(await kind('cms.local', 'other.cms.local')).toBe('failed');
    expect(host.asked).toHaveLength(3);
  });
});

it('stops when it is told to', async () => {
  const host = await startHost(() => undefined);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(await ask(host, '/', { signal: stop.signal })).toMatchObject({ code: 'stopped' });
});

it.each([
  'file:///etc/passwd',
  'ftp://example.org/',
  'not an address',
  'http://',
  'https://u@x.y/',
])('never asks %s', async (address) => {
  const failure = await safeFetch(address, { lookup: neverLookUp });
  expect(failure).toMatchObject({ kind: 'failed', code: 'unusable-address' });
});
