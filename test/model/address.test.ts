import { expect, test } from 'vitest';
import {
  addressOf,
  dataAddress,
  fileOf,
  monthAddress,
  storyAddress,
  withBase,
} from '../../src/model/address.ts';

test('every address is a file, with its data beside it', () => {
  expect(fileOf('/', 'html')).toBe('index.html');
  expect(fileOf(storyAddress('moon'), 'html')).toBe('story/moon.html');
  expect(dataAddress('/')).toBe('/index.json');
  expect(dataAddress(monthAddress('2025-12'))).toBe('/archive/2025/12.json');
});

test('knows its own addresses under any base, however the host writes them', () => {
  expect(withBase('/news/', '/story/moon')).toBe('/news/story/moon');
  for (const path of ['/news/story/moon', '/news/story/moon/', '/news/story/moon.html']) {
    expect(addressOf('/news/', path)).toBe('/story/moon');
  }
  for (const path of ['/news/', '/news', '/news/index.html']) {
    expect(addressOf('/news/', path)).toBe('/');
  }
  expect(addressOf('/news/', '/newspaper/story/moon')).toBeUndefined();
  expect(addressOf('/news/', '/story/moon')).toBeUndefined();
});
