import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Report } from '../../src/publisher/world.ts';
import { startHost } from './fetch/host.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const said = ({ warnings }: Report): string =>
  warnings.map(({ problem }) => problem.message).join('\n');

/** A run on a machine so busy that the time which a picture may take is over before it is read. */
async function busily(run: () => Promise<Report>): Promise<string> {
  const wait = globalThis.setTimeout;
  const clock = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    call: () => void,
    milliseconds: number,
  ) => {
    if (milliseconds !== 15_000) return wait(call, milliseconds);
    // At once: a timer of no time at all may still come after the picture.
    queueMicrotask(call);
    return wait(() => undefined, 0);
  }) as typeof setTimeout);
  try {
    return said(await run());
  } finally {
    clock.mockRestore();
  }
}

it('a picture that took too long to read is in the next edition, though its file is as it was', async () => {
  const run = (): Promise<Report> => room.report();
  expect(await busily(run)).toContain('moon.png cannot be used: it takes too long to read');
  expect(await room.published('moon')).not.toHaveProperty('picture');
  expect(said(await run())).not.toContain('too long');
  expect(await room.published('moon')).toHaveProperty('picture');
});

it.each([
  { tries: 2, isShown: true },
  { tries: 3, isShown: false },
])(
  'one of a stranger, which may be a trap, is tried in three runs: after $tries in vain it is shown: $isShown',
  async ({ tries, isShown }) => {
    const background = '#a41';
    const drawn = sharp({ create: { width: 300, height: 200, channels: 3, background } }).png();
    const png = await drawn.toBuffer();
    const host = await startHost((request, response) => {
      const image = `${host.address}/mars.png`;
      const item = { id: '1', title: 'Mars', content_text: 'It is red.', image };
      const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Wire', items: [item] };
      response.end(request.url === '/mars.png' ? png : JSON.stringify(feed));
    });
    const reach = { allowHosts: [host.name], isOffline: false, hasPictures: true };
    const run = (): Promise<Report> =>
      room.report({ sources: ['stories', `${host.address}/feed`], reach });
    for (let count = 0; count < tries; count += 1) {
      expect(await busily(run)).toContain('/mars.png cannot be used: it takes too long to read');
    }
    const last = await run();
    const given = last.warnings.find(({ problem }) => problem.message.includes('in 3 runs'));
    expect(given?.problem.mend).toBe(
      isShown
        ? undefined
        : 'have a smaller one put in its place; until it changes it is not tried again',
    );
    expect('picture' in (await room.published('mars'))).toBe(isShown);
  },
);
