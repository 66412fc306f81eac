import { afterAll, expect, it } from 'vitest';
import { ask } from '../../src/worker/ask.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const published = await publishFolder([storyOf('moon', 'The Moon')]);
afterAll(() => published.remove());

it('takes no answer that the browser may have had itself for a line that is back', async () => {
  const host = await FaultyHost.start(published.folder);
  const { device, told } = deviceOver(host);
  device.line = 'offline';
  const question = { url: `${host.address}latest.json`, types: ['application/json'], limit: 3000 };
  expect((await ask(device, { ...question, cache: 'default' })).kind).toBe('new');
  expect(device.line).toBe('offline');
  await ask(device, question);
  expect(told).toEqual([{ kind: 'state', line: 'ok' }]);
  await host.stop();
  await ask(device, { ...question, cache: 'default' });
  expect(device.line).toBe('offline');
  await host.close();
});
