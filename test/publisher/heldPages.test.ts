import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  await room.put(
    'stories/lede.json',
    JSON.stringify({ name: 'The Sample', pages: ['about.md', 'jobs.md'] }),
  );
  await room.put('stories/about.md', '# About us\n\nWe print.');
});
afterEach(() => room.close());

describe("a page of the publisher's own that is dated ahead by a field of another program", () => {
  it.each(['publishDate', 'publish_date', 'date', 'published', 'published: true\ndate'])(
    'is held back until then: %s',
    async (name) => {
      await room.put('stories/jobs.md', `---\n${name}: 2026-01-01\n---\n# Jobs\n\nWe hire.`);
      const { held, warnings } = await room.report();
      expect(held).toMatchObject([
        {
          ref: 'stories/jobs.md',
          problem: { code: 'held-embargo', message: 'held back until 2026-01-01' },
        },
      ]);
      const said = warnings.filter(({ ref }) => ref === 'stories/jobs.md').at(-1);
      expect(said).toMatchObject({
        problem: { code: 'unknown-field', mend: 'remove it once the page is out' },
      });
      expect(await room.list('dist')).not.toContain('jobs.html');
      expect(await room.read('dist/index.json')).not.toContain('Jobs');
      await room.report({}, { now: new Date('2026-01-01T06:00:00Z') });
      expect(await room.list('dist')).toContain('jobs.html');
    },
  );

  it('is shown to its editor in a preview, and says until when it waits', async () => {
    await room.put('stories/jobs.md', '---\npublishDate: 2026-01-01\n---\n# Jobs');
    const { held } = await room.report({ isPreview: true });
    expect(held).toEqual([]);
    expect(await room.read('dist/jobs.json')).toContain('Embargo until 2026-01-01');
    expect(await room.read('dist/about.json')).not.toContain('Embargo');
  });
});
