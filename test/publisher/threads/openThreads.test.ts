import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPageRenderer } from '../../../src/publisher/press/pages.ts';
import { openThreads, type Thread } from '../../../src/publisher/threads/openThreads.ts';
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

it('says what went wrong in a thread, and publishes nothing half', async () => {
  const broken: Thread = {
    on: ((event: string, listener: (error: unknown) => void) => {
      if (event === 'error') setTimeout(() => listener(new Error('out of memory')), 50);
    }) as Thread['on'],
    ask: () => undefined,
    end: () => Promise.resolve(),
  };
  const threads = openThreads(() => broken, 1);
  const run = room.run({}, { createPageRenderer: threads.createPageRenderer });
  await expect(run).rejects.toThrow('out of memory');
  expect(await room.list('.')).not.toContain('dist/index.html');
});
