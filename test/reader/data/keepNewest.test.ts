// @vitest-environment jsdom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepNewest } from '../../../src/reader/data/keepNewest.ts';

let client: QueryClient;
let stop: () => void;

beforeEach(() => {
  client = new QueryClient();
  stop = keepNewest(client, 3);
});
afterEach(() => {
  stop();
  client.clear();
});

const read = (address: string): void => {
  client.setQueryData(['document', address], { address });
};
const kept = (): unknown[] =>
  client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[1] ?? queryKey[0]);

test('an hour of reading keeps the last pages only', () => {
  for (let number = 1; number <= 100; number++) read(`/story/${number}`);
  expect(kept()).toEqual(['/story/98', '/story/99', '/story/100']);
});

test('a page that was read again is newer than one that was not', () => {
  for (const address of ['/a', '/b', '/c', '/a', '/d']) read(address);
  expect(kept()).toEqual(['/a', '/c', '/d']);
});

test('the page on screen stays however long it is read', () => {
  read('/a');
  const shown = new QueryObserver(client, { queryKey: ['document', '/a'], enabled: false });
  const leave = shown.subscribe(() => undefined);
  for (const address of ['/b', '/c', '/d', '/e']) read(address);
  expect(kept()).toContain('/a');
  leave();
});

test('what is not a page is left alone', () => {
  client.setQueryData(['pointer'], {});
  for (const address of ['/a', '/b', '/c', '/d']) read(address);
  expect(kept()).toContain('pointer');
});
