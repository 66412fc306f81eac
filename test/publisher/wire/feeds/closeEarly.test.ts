import { describe, expect, it } from 'vitest';
import { closeEarly } from '../../../../src/publisher/wire/feeds/closeEarly.ts';

describe('elements that hide what they hold', () => {
  it.each([
    ['close themselves as in XML', '<iframe src="x" />words', '<iframe src="x" /></iframe>words'],
    [
      'close themselves before another',
      '<video src="x" />a<video>b</video>',
      '<video src="x" /></video>a<video>b</video>',
    ],
    ['end where they are forgotten', '<iframe src="x">words', '<iframe src="x"></iframe>words'],
    [
      'are left as they are when they end',
      '<script>if (a</b/) {}</script>words',
      '<script>if (a</b/) {}</script>words',
    ],
    ['keep code that never ends', '<script>words', '<script>words'],
    [
      'keep code behind a slash that is part of an address',
      '<script src=x/>code</script>words',
      '<script src=x/>code</script>words',
    ],
    ['are words where a comment never ends', 'a<!-- b', 'a b'],
    ['are nothing in a comment that ends', 'a<!-- <iframe> -->b', 'a<!-- <iframe> -->b'],
    ['are nothing behind an empty comment', '<!--><b>a</b><!--->b', '<!--><b>a</b><!--->b'],
    ['are not others of a longer name', '<videojs>a', '<videojs>a'],
  ])('%s', (_, html, closed) => {
    expect(closeEarly(html)).toBe(closed);
  });
});
