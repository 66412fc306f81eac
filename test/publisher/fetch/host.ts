import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A web host on this machine. */
export interface Host {
  /** `http://127.0.0.1:1234` */
  address: string;
  /** `127.0.0.1:1234`, as for --allow-host. */
  name: string;
  /** What was asked, oldest first. */
  asked: { path: string; headers: IncomingMessage['headers'] }[];
}

const running: Server[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Starts a host that answers so until the test ends. */
export async function startHost(answer: RequestListener): Promise<Host> {
  const asked: Host['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  // Listening on an address, so it is no pipe's name.
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: `http://${name}`, name, asked };
}
