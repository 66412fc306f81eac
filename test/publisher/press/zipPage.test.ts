import { createHash } from 'node:crypto';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copiesNow, copiesOf } from '../../../src/publisher/press/copies.ts';
import { zipPage } from '../../../src/publisher/press/zipPage.ts';

/** Text that cannot be packed to nothing, the same for the same seed. */
const textOf = (seed: number, length: number): string => {
  let text = '';
  while (text.length < length) {
    text += `${createHash('sha256').update(`${seed} ${text.length}`).digest('base64')} `;
  }
  return text.slice(0, length);
};

const pageOf = (title: string, head: string, body: string): string =>
  `<!doctype html>\n<title>${title}</title>\n<style>${head}</style>\n<script>go()</script>\n` +
  `<meta name="x"></head>\n<body>${body}<script>[]</script>\n</body>\n`;

const unpacked = (page: string): string =>
  gunzipSync(zipPage(Buffer.from(page)) ?? Buffer.of()).toString();

describe('the gzip copy of a page', () => {
  it.each([
    ['of its own', pageOf('One', textOf(1, 9000), textOf(2, 9000))],
    ['with the head of another', pageOf('The second · Ö', textOf(1, 9000), textOf(3, 20_000))],
    ['that says again what its head says', pageOf('Three', textOf(1, 9000), textOf(1, 9000))],
    ['with a head that only begins alike', pageOf('Four', textOf(1, 8999), textOf(1, 90))],
    [
      'with a head longer than deflate looks back',
      pageOf('5', textOf(5, 70_000), textOf(5, 70_000)),
    ],
    ['of nothing else', pageOf('', '', '')],
    ['with the longest title', pageOf(textOf(6, 65_503), textOf(1, 9000), textOf(2, 90))],
  ])('is the page: one %s', (_, page) => {
    expect(unpacked(page)).toBe(page);
  });

  it('is one member, as browsers want it, and shorter than its page', () => {
    const page = Buffer.from(pageOf('One', textOf(1, 9000).repeat(3), textOf(1, 9000)));
    const copy = zipPage(page) ?? Buffer.of();
    expect(inflateRawSync(copy.subarray(10, -8)).equals(page)).toBe(true);
    expect(copy.length).toBeLessThan(page.length / 3);
  });

  it('is the same whatever was packed before it, and by whom', async () => {
    const page = Buffer.from(pageOf('One', textOf(7, 9000), textOf(7, 9000)));
    const [, first] = copiesNow('one.html', page);
    for (let seed = 10; seed < 30; seed += 1) {
      zipPage(Buffer.from(pageOf('Other', textOf(seed, 9000), textOf(7, 90))));
    }
    expect(copiesNow('one.html', page)[1]).toEqual(first);
    expect((await copiesOf('one.html', page))[1]).toEqual(first);
  });

  it.each([
    ['without a title', 'no page at all'],
    ['without a script in its head', '<title>One</title>\n<p>Text'],
    ['with a title that is longer than any', pageOf(textOf(6, 70_000), textOf(1, 9000), 'Text')],
  ])('is made as any other when it is %s', (_, page) => {
    expect(zipPage(Buffer.from(page))).toBeUndefined();
    const [, copy = Buffer.of()] = copiesNow('one.html', Buffer.from(page));
    expect(gunzipSync(copy).toString()).toBe(page);
  });
});
