import { realpathSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnswer } from '../../src/publisher/serve/answer.ts';
import { answerBadly, type Fault, type GoodAnswer } from './faults.ts';

/** What the host was asked. */
export interface Asked {
  path: string;
  /** `document`, `script`, `serviceworker`, `image`, `empty` … by the browser's own account. */
  dest: string;
  headers: IncomingMessage['headers'];
}

type Rule = (asked: Asked, nth: number) => Fault | undefined;

/** A host of an edition that can be stopped, started again, given another release, and made to answer badly. */
export class FaultyHost {
  readonly asked: Asked[] = [];
  #rule: Rule = () => undefined;
  #folder: string;
  #server: Server | undefined;
  #port = 0;
  /** The same folder answered well, on a port of its own: where good bytes come from. */
  #well: { server: Server; port: number } | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder of a published edition whose base is `/` */
  static async start(folder: string): Promise<FaultyHost> {
    const host = new FaultyHost(folder);
    host.#well = await host.#listen((request, response) => {
      void createAnswer(realpathSync(host.#folder), '/')(request, response).catch(() =>
        response.destroy(),
      );
    }, 0);
    await host.resume();
    return host;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** From now on another folder is what is published. */
  publish(folder: string): void {
    this.#folder = folder;
  }

  /** From now on answers go wrong where the rule says so; without one they go well. */
  breakWith(rule: Rule = () => undefined): void {
    this.#rule = rule;
  }

  /** The machine is off: nothing listens, and what was open is closed. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await end(server);
  }

  /** The machine is on again, at the same address. */
  async resume(): Promise<void> {
    const { server, port } = await this.#listen((request, response) => {
      const asked: Asked = {
        path: request.url ?? '',
        dest: request.headers['sec-fetch-dest'] ?? '',
        headers: request.headers,
      };
      const fault = this.#rule(asked, this.asked.length);
      this.asked.push(asked);
      const go = fault === undefined ? this.#forward(request) : this.#goodBytes(request);
      void go
        .then((good) => {
          if (fault === undefined) response.writeHead(good.status, good.headers).end(good.body);
          else answerBadly(response, fault, good);
          return undefined;
        })
        .catch(() => response.destroy());
    }, this.#port);
    this.#server = server;
    this.#port = port;
  }

  async close(): Promise<void> {
    await this.stop();
    if (this.#well !== undefined) await end(this.#well.server);
  }

  #forward({ url, method, headers }: IncomingMessage): Promise<GoodAnswer> {
    return this.#ask(url, method, headers);
  }

  /** Plain bytes, whatever was accepted or known: a fault acts on the whole file. */
  #goodBytes({ url }: IncomingMessage): Promise<GoodAnswer> {
    return this.#ask(url, 'GET', {});
  }

  #ask(
    path: string | undefined,
    method: string | undefined,
    headers: IncomingMessage['headers'],
  ): Promise<GoodAnswer> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#well?.port, path, method, headers };
      const asking = ask({ ...options, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            headers: passedOn(answer.headers),
            body: Buffer.concat(parts),
          });
        });
      });
      asking.on('error', reject);
      asking.end();
    });
  }

  #listen(
    answer: Parameters<typeof createServer>[1] & object,
    port: number,
  ): Promise<{ server: Server; port: number }> {
    return new Promise((resolve, reject) => {
      const server = createServer(answer);
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        resolve({ server, port: (server.address() as AddressInfo).port });
      });
    });
  }
}

const passed = new Set([
  ...['content-type', 'content-encoding', 'etag', 'cache-control', 'vary'],
  ...['x-content-type-options', 'referrer-policy'],
]);

function passedOn(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      passed.has(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
