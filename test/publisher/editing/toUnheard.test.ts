import { expect, test } from 'vitest';
import { toUnheard } from '../../../src/publisher/editing/toUnheard.ts';

const config = { language: 'en-GB', timeZone: 'UTC' };

function namesOf(
  feeds: readonly [address: string, ...sources: string[]][],
  isPrivate = false,
): (string | undefined)[] {
  const told = feeds.map(([address, ...sources], index) => {
    return { address, since: `2025-12-0${index + 1}T06:00:00.000Z`, isPrivate, sources };
  });
  return toUnheard(told, config).map(({ name }) => name);
}

test('a feed goes by the publication that its stories name, else by its host', () => {
  expect(namesOf([['https://feeds.example.org/a?key=1', 'The Wire']])).toEqual(['The Wire']);
  expect(namesOf([['https://www.example.org/a?key=1', '']])).toEqual(['example.org']);
  expect(namesOf([['https://example.org:8443/a#b', 'The Wire', 'The Post']])).toEqual([
    'example.org',
  ]);
  expect(namesOf([['https://xn--mnchen-3ya.example/a', '']])).toEqual(['m\u00fcnchen.example']);
});

test.each([
  ...['http://10.0.0.5/feed', 'http://[fd12::1]/feed', 'http://8.8.8.8/feed', 'http://cms/feed'],
  ...['http://cms.local/feed', 'https://cms.corp/feed', 'https://cms.intranet./feed'],
  ...['http://me:secret@example.org/feed', 'http://[/feed'],
])('a host that is nobody\u2019s business is not told: %s', (address) => {
  expect(namesOf([[address, '']])).toEqual([undefined]);
  expect(namesOf([[address, address]])).toEqual([undefined]);
});

test('nor is one of our own network under a public name', () => {
  expect(namesOf([['http://staging.example.org/feed', '']], true)).toEqual([undefined]);
  expect(namesOf([['http://a.example.org/feed', 'http://a.example.org/']], true)).toEqual([
    undefined,
  ]);
});

test('nor in the name that such a host gives itself', () => {
  expect(namesOf([['http://cms.local/feed', 'Export of cms.local']])).toEqual([undefined]);
  expect(namesOf([['http://cms.local/feed', 'Export of CMS.Local']])).toEqual([undefined]);
  expect(namesOf([['http://cms.local/feed', 'The Courier']])).toEqual(['The Courier']);
  expect(namesOf([['https://example.org/f', 'mail me@example.org']])).toEqual(['example.org']);
});

test('two feeds of one name are told of once, since the first of them fell silent', () => {
  const told = toUnheard(
    [
      { address: 'https://a.example/1', since: '2025-12-09T06:00:00.000Z' },
      { address: 'https://a.example/2', since: '2025-12-02T06:00:00.000Z' },
    ].map((one) => ({ ...one, isPrivate: false, sources: ['The Wire'] })),
    config,
  );
  expect(told.map(({ name, since }) => `${name} ${since.date}`)).toEqual([
    'The Wire 2 December 2025',
  ]);
});

test('a few are named and the others told of together, so that no front grows with them', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name): [string, string] => [
    `https://${name}.example/feed`,
    '',
  ]);
  const named = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example`);
  expect(namesOf(many)).toEqual([...named, undefined]);
});
