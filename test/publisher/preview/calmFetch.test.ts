import { expect, it } from 'vitest';
import type { Fetched } from '../../../src/publisher/fetch/fetched.ts';
import { createCalmFetch, feedInterval } from '../../../src/publisher/preview/calmFetch.ts';

const feed = 'https://example.org/feed.xml';
const options = { accept: '*/*' };

function calm() {
  const asked: string[] = [];
  let time = 0;
  const answer: Fetched = { kind: 'not-modified' };
  const { fetch, forget } = createCalmFetch(
    (address) => {
      asked.push(address);
      return Promise.resolve(answer);
    },
    [feed],
    () => time,
  );
  return { asked, forget, fetch, pass: (milliseconds: number) => (time += milliseconds) };
}

it('asks a feed once in five minutes, however often the editor saves', async () => {
  const { asked, fetch, pass } = calm();
  for (let save = 0; save < 5; save += 1) await fetch(feed, options);
  expect(asked).toHaveLength(1);
  pass(feedInterval);
  await fetch(feed, options);
  expect(asked).toHaveLength(2);
});

it('asks again at once when it is told to, and always for pictures', async () => {
  const { asked, fetch, forget } = calm();
  await fetch(feed, options);
  forget();
  await fetch(feed, options);
  await fetch('https://example.org/moon.jpg', options);
  await fetch('https://example.org/moon.jpg', options);
  expect(asked).toHaveLength(4);
});
