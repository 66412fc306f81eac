import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPageRenderer } from '../../../src/publisher/press/pages.ts';
import { openThreads, type Thread } from '../../../src/publisher/threads/openThreads.ts';
import type { Walk, WalkedSources } from '../../../src/publisher/sources/walkSources.ts';
import { startThread } from '../../../src/publisher/threads/startThread.ts';
import type { PageJob } from '../../../src/publisher/threads/jobs.ts';
import { randomNumbers } from '../wire/randomNumbers.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { ownThread } from './ownThread.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  for (let index = 0; index < 70; index += 1) {
    await room.story(`story-${index}`, { tags: ['Tides'], byline: `By Ada Moss` });
  }
});
afterEach(() => room.close());

async function bytesOf(out: string): Promise<Map<string, string>> {
  const bytes = new Map<string, string>();
  for (const path of await room.list(out)) {
    bytes.set(path, await readFile(join(room.home, out, path), 'latin1'));
  }
  return bytes;
}

it('gives the same edition with one thread, with three, and with none', async () => {
  await room.run({ out: 'none' }, { createPageRenderer });
  for (const most of [1, 3]) {
    let started = 0;
    const open = (): Thread => {
      started += 1;
      return ownThread();
    };
    const threads = openThreads(open, most);
    await room.run({ out: `with-${most}` }, { createPageRenderer: threads.createPageRenderer });
    await threads.close();
    expect(started).toBe(most);
    expect(await bytesOf(`with-${most}`)).toEqual(await bytesOf('none'));
  }
});

it('gives the same compressed copies with threads and with none', async () => {
  await room.run({ out: 'none', compress: true }, { createPageRenderer });
  const threads = openThreads(ownThread, 2);
  const { createPageRenderer: inThreads } = threads;
  await room.run({ out: 'threads', compress: true }, { createPageRenderer: inThreads });
  await threads.close();
  const bytes = await bytesOf('threads');
  expect(bytes.has('story/story-1.json.gz')).toBe(true);
  expect(bytes).toEqual(await bytesOf('none'));
});

describe('a thread that looks for the sources', () => {
  it('finds what is found without one', async () => {
    await room.put('stories/older/notes.docx', 'kept elsewhere');
    await symlink('../story-3.json', join(room.home, 'stories/older/linked.json'));
    const without = await room.report({ out: 'none' }, { createPageRenderer });
    const threads = openThreads(ownThread, 1);
    const { createPageRenderer: inThreads, walk } = threads;
    const walks: (WalkedSources | undefined)[] = [];
    const world = {
      createPageRenderer: inThreads,
      async walk(how: Walk) {
        const found = await walk(how);
        walks.push(found);
        return found;
      },
    };
    const within = await room.report({ out: 'walked' }, world);
    await threads.close();
    expect(walks).toHaveLength(1);
    expect(walks[0]?.places[0]?.walked.inside).toContain('story-69.json');
    expect({ ...within, report: '' }).toEqual({ ...without, report: '' });
    expect(await bytesOf('walked')).toEqual(await bytesOf('none'));
  });

  it('leaves what cannot be found to be told where it is waited for', async () => {
    const threads = openThreads(ownThread, 1);
    const { walk } = threads;
    const run = room.run({ sources: ['nowhere'] }, { createPageRenderer, walk });
    await expect(run).rejects.toThrow('There is no file or folder nowhere.');
    await threads.close();
  });
});

it('starts no second thread for a few pages', async () => {
  await room.run({}, { createPageRenderer });
  await room.story('story-1', { headline: 'Told again', tags: ['Tides'] });
  let started = 0;
  const threads = openThreads(() => {
    started += 1;
    return ownThread();
  }, 8);
  await room.report({}, { createPageRenderer: threads.createPageRenderer });
  await threads.close();
  expect(started).toBe(1);
});

it('gives the same edition whichever thread answers first', async () => {
  await room.run({ out: 'none' }, { createPageRenderer });
  const random = randomNumbers(7);
  const shuffled = (): Thread => {
    const thread = ownThread();
    return {
      ...thread,
      ask: (question) => {
        // A site has to come before its pages; the answers to these may come in any order.
        if (question.kind === 'prepare') thread.ask(question);
        else setTimeout(() => thread.ask(question), random() * 40);
      },
    };
  };
  const threads = openThreads(shuffled, 3);
  await room.run({ out: 'shuffled' }, { createPageRenderer: threads.createPageRenderer });
  await threads.close();
  expect(await bytesOf('shuffled')).toEqual(await bytesOf('none'));
});

describe('when a thread cannot go on', () => {
  /** A run that fails. @returns what was thrown, when nothing was published and the lock is given back */
  const runWith = async (open: () => Thread): Promise<unknown> => {
    const threads = openThreads(open, 1);
    const error: unknown = await room.run({}, { ...threads, begin: threads.start }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    await threads.close();
    const left = await room.list('.');
    const isLeft = left.some((path) => path === 'dist/index.html' || path === '.lede/dist/lock');
    return isLeft ? undefined : error;
  };
  /** A thread of its own with a program of its own. */
  const running = (program: string) => (): Thread =>
    startThread(new URL(`data:text/javascript,${encodeURIComponent(program)}`));

  it('says what went wrong there', async () => {
    const thrown = await runWith(running('throw new Error("no React here")'));
    expect(thrown).toEqual(new Error('no React here'));
  });

  it('says so when it ends without a word', async () => {
    const program = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => process.exit(3));`;
    expect(await runWith(running(program))).toEqual(
      new Error('a thread that makes pages ended by itself (exit code 3)'),
    );
  });

  it('says so when its answer cannot be read', async () => {
    const garbled: Thread = {
      on: ((event: string, listener: (error: unknown) => void) => {
        if (event === 'messageerror') setTimeout(() => listener(new Error('not cloneable')), 50);
      }) as Thread['on'],
      ask: () => undefined,
      end: () => Promise.resolve(),
    };
    expect(await runWith(() => garbled)).toEqual(new Error('not cloneable'));
  });

  it('names the page that failed, and keeps what caused it', async () => {
    const failing = (): Thread => {
      const thread = ownThread();
      return {
        ...thread,
        ask: ({ id, kind, given }) => {
          const spoilt = kind === 'render' ? (given as PageJob[]).map(spoil) : given;
          thread.ask({ id, kind, given: spoilt });
        },
      };
    };
    const spoil = (page: PageJob): PageJob =>
      page.address === '/story/story-33' ? { ...page, json: '{"schema":"lede-story/1"}' } : page;
    const thrown = await runWith(failing);
    expect(thrown).toHaveProperty('message', 'the page /story/story-33 could not be made');
    expect(thrown).toHaveProperty('cause.message');
  });
});
