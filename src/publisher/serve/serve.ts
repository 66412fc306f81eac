import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createAnswer, type Answer } from './answer.ts';

/** How many ports are tried, from the wanted one upwards. */
const portsTried = 20;

export interface Serving {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves a published folder on this machine only, on `port` or the next free one; 0 lets the system choose.
 *
 * @param base base path of the edition, `/` or `/news/`
 * @throws ENOENT when the folder does not exist, EADDRINUSE when twenty ports in a row are taken
 */
export async function serve(folder: string, port: number, base: string): Promise<Serving> {
  return listenLocally(createAnswer(realpathSync(folder), base), port);
}

/**
 * Answers requests from this machine only, on `port` or the next free one; 0 lets the system choose.
 * @throws EADDRINUSE when twenty ports in a row are taken
 */
export async function listenLocally(answer: Answer, port: number): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // The reader went away in the middle, or the file did: the connection is all that is left to end.
      response.destroy();
    });
  });
  const last = port === 0 ? 0 : Math.min(port + portsTried - 1, 65_535);
  for (let candidate = port; ; candidate++) {
    try {
      return {
        port: await listen(server, candidate),
        close: () => close(server),
      };
    } catch (error) {
      if (!isTaken(error) || candidate >= last) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
