import { realpathSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createAnswer, type Answer } from '../../src/publisher/serve/answer.ts';
import { answerBadly, type Fault, type GoodAnswer } from './faults.ts';

/** What the host was asked. */
export interface Asked {
  path: string;
  /** `document`, `script`, `serviceworker`, `image`, `empty` … by the browser's own account. */
  dest: string;
  headers: IncomingMessage['headers'];
}

/** Header by which this host asks itself for the bytes of another folder. */
const releaseHeader = 'x-release';

type Rule = (asked: Asked, nth: number) => Fault | undefined;

/** A host of an edition that can be stopped, started again, given another release, and made to answer badly. */
export class FaultyHost {
  readonly asked: Asked[] = [];
  #rule: Rule = () => undefined;
  #folder: string;
  #server: Server | undefined;
  #port = 0;
  /** Answers that are not finished, but for those that never will be. */
  #open = 0;
  /** The same folder answered well, on a port of its own: where good bytes come from. */
  #well: { server: Server; port: number } | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder of a published edition whose base is `/` */
  static async start(folder: string): Promise<FaultyHost> {
    const host = new FaultyHost(folder);
    // One for each folder: it keeps what it compressed.
    const answers = new Map<string, Answer>();
    host.#well = await host.#listen((request, response) => {
      const named = request.headers[releaseHeader];
      const root = realpathSync(typeof named === 'string' ? decodeURI(named) : host.#folder);
      const answer = answers.get(root) ?? createAnswer(root, '/');
      answers.set(root, answer);
      void answer(request, response).catch(() => response.destroy());
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

  /** Waits until nothing has been asked for a while. Milliseconds. */
  async quiet(forSo = 300, atMost = 20_000): Promise<void> {
    const latest = Date.now() + atMost;
    let count = -1;
    while (Date.now() < latest && (this.#open > 0 || count !== this.asked.length)) {
      count = this.asked.length;
      await wait(forSo);
    }
  }

  /** The machine is off: nothing listens, and what was open is closed. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await end(server);
  }

  /** The machine is on again, at the same address. */
  async resume(): Promise<void> {
    if (this.#server !== undefined) return;
    const { server, port } = await this.#listen((request, response) => {
      const asked: Asked = {
        path: request.url ?? '',
        dest: request.headers['sec-fetch-dest'] ?? '',
        headers: request.headers,
      };
      const fault = this.#rule(asked, this.asked.length);
      this.asked.push(asked);
      if (fault?.kind !== 'hang') {
        this.#open += 1;
        response.once('close', () => (this.#open -= 1));
      }
      const go = fault === undefined ? this.#forward(request) : this.#goodBytes(request, fault);
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
  #goodBytes({ url }: IncomingMessage, fault: Fault): Promise<GoodAnswer> {
    const headers =
      fault.kind === 'other-release' ? { [releaseHeader]: encodeURI(fault.folder) } : {};
    return this.#ask(url, 'GET', headers);
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
  // A browser asks for the rest of what was cut.
  ...['accept-ranges', 'content-range'],
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
