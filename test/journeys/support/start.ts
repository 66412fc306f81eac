import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/projectFolder.ts';
import { editionFolders, editionVariables } from './editions.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');
/** How long a server may take to say its address, in milliseconds. */
const patience = 20_000;

/**
 * Publishes the sample and a plain text document with the built command, serves both, and says where by environment.
 * @returns what ends the servers
 */
export default async function start(): Promise<() => Promise<void>> {
  const document = path.join(projectFolder, 'test/samples/text', await longestDocument());
  await publish(path.join(projectFolder, 'src/sample'), editionFolders.sample);
  await publish(path.join(document, 'input.txt'), editionFolders.document);
  const servers: ChildProcess[] = [];
  for (const name of ['sample', 'document'] as const) {
    const { child, address } = await serve(editionFolders[name]);
    servers.push(child);
    process.env[editionVariables[name]] = address;
  }
  return async () => {
    await Promise.all(servers.map(end));
  };
}

/** The document of the seed's form: paragraphs, a gap, and 17 headlines. */
async function longestDocument(): Promise<string> {
  const folder = path.join(projectFolder, 'test/samples/text');
  for (const name of await readdir(folder)) {
    const text = await readFile(path.join(folder, name, 'input.txt'), 'utf8').catch(() => '');
    const tail =
      text
        .trimEnd()
        .split(/\n\s*\n\s*\n/)
        .at(-1) ?? '';
    if (tail.split('\n').filter((line) => line.trim() !== '').length === 17) return name;
  }
  throw new Error('test/samples/text has no document with 17 headlines after its gap');
}

async function publish(source: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const now = ['--now', '2025-12-17T06:00:00Z'];
  await promisify(execFile)(process.execPath, [lede, 'publish', source, '--out', folder, ...now]);
}

/** Serves on a free port and waits until the command says its address. */
async function serve(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [lede, 'serve', folder, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    const stop = setTimeout(() => reject(new Error(`lede serve ${folder} says nothing`)), patience);
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /https?:\/\/[^\s/]+\/\S*/.exec(said)?.[0];
      if (found === undefined) return;
      clearTimeout(stop);
      resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`lede serve ended with ${code}: ${said}`)));
  });
  return { child, address };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.removeAllListeners('error');
    child.kill();
  });
}
