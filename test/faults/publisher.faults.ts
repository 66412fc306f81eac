import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCrashes, type Crashes, type Fault } from '../publisher/crashes.ts';
import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { checkEdition } from '../support/checkEdition.ts';

const faults: Fault[] = [
  { kind: 'killed' },
  ...['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'].map(
    (code) => ({ kind: 'refused', code }) as const,
  ),
];

describe.each([
  ['an edition that changes', false, false],
  ['a first edition', true, false],
  ['an edition that gets compressed copies', false, true],
])('%s', (edition, isFirst, compress) => {
  let crashes: Crashes;
  beforeAll(async () => {
    crashes = await openCrashes(isFirst, compress);
  });
  afterAll(() => crashes.close());

  it('is whole whenever the power goes', async () => {
    const next = randomNumbers(23);
    const wrong = await walk('power cut', crashes.changes, (at) => crashes.cutAt(at, next));
    expect(wrong).toEqual([]);
  });

  it.each(faults)('is whole at every point: %o', async (fault) => {
    const name = fault.kind === 'killed' ? 'killed' : fault.code;
    const wrong = await walk(name, crashes.operations, (at) => crashes.failAt(at, fault));
    expect(wrong).toEqual([]);
  });

  /** Fails at each point from 1 on, and gives what was wrong; an hour's silence would look like standing still. */
  async function walk(
    name: string,
    points: number,
    fail: (at: number) => Promise<string[]>,
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (let at = 1; at <= points; at += 1) {
      for (const one of await fail(at)) wrong.push(`${at}: ${one}`);
      if (at % 50 !== 0 && at !== points) continue;
      process.stderr.write(`${edition}, ${name}: ${at} of ${points}, ${wrong.length} wrong\n`);
    }
    return wrong;
  }
});

describe('the built command', () => {
  const command = fileURLToPath(new URL('../../build/publisher/lede.js', import.meta.url));
  const kills = 60;

  it('leaves a whole edition whenever it is killed, and needs no hand afterwards', async () => {
    const home = await mkdtemp(join(tmpdir(), 'lede-kills-'));
    const next = randomNumbers(3);
    await mkdir(join(home, 'stories'));
    await put('lede.json', { name: 'The Sample', url: 'https://example.org' });
    for (let story = 0; story < 60; story += 1) await tell(story);
    const started = performance.now();
    await publish();
    const duration = performance.now() - started;
    for (let kill = 0; kill < kills; kill += 1) {
      for (let changes = 0; changes < 5; changes += 1) await tell(Math.floor(next() * 80));
      await publish(next() * duration);
      expect(await checkEdition(join(home, 'dist'), false), `kill ${kill}`).toEqual([]);
      if (kill % 5 < 4) continue;
      await publish();
      expect(await checkEdition(join(home, 'dist'), true), `after kill ${kill}`).toEqual([]);
    }
    await rm(home, { recursive: true });

    async function put(name: string, content: object): Promise<void> {
      await writeFile(join(home, 'stories', name), JSON.stringify(content));
    }

    function tell(story: number): Promise<void> {
      const month = 1 + (story % 12);
      return put(`story-${story}.json`, {
        headline: `The story ${story}, told for the ${Math.floor(next() * 1e6)}th time`,
        section: ['Science', 'Town', 'Letters'][Math.floor(next() * 3)],
        tags: [`Topic ${Math.floor(next() * 9)}`],
        published: `2025-${String(month).padStart(2, '0')}-05T0${story % 10}:00:00Z`,
        body: 'Words that are told again and again. '.repeat(40),
      });
    }

    /** Publishes, or is killed after so many milliseconds. */
    async function publish(after?: number): Promise<void> {
      const args = [command, 'publish', 'stories', '--now', '2025-12-17T06:00:00Z'];
      const child = spawn(process.execPath, args, { cwd: home, stdio: 'ignore' });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      if (after !== undefined) {
        await Promise.race([ended, wait(after)]);
        child.kill('SIGKILL');
      }
      const code = await ended;
      if (after === undefined && code !== 0) throw new Error(`publishing ended with ${code}`);
    }
  });
});
