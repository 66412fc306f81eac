import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { flushDisk } from '../../../src/publisher/cli/flushDisk.ts';

it('says whether the disk of a folder took all that was written', async () => {
  expect(await flushDisk(tmpdir())).toBe(process.platform === 'linux');
  expect(await flushDisk(join(tmpdir(), 'no such folder'))).toBe(false);
});
