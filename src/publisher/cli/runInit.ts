import { resolve } from 'node:path';
import { writeExample } from '../init/writeExample.ts';
import type { InitCommand } from './command.ts';
import { exit } from './exit.ts';
import type { Terminal } from './terminal.ts';

export async function runInit({ folder }: InitCommand, terminal: Terminal): Promise<number> {
  const { files, cwd, called, print, complain } = terminal;
  const written = await writeExample(files, resolve(cwd, folder), folder);
  if (written.kind === 'unfit') {
    complain(`${written.message}\n`);
    return exit.misused;
  }
  const paths = written.paths.map((path) => `  ${path}`).join('\n');
  print(`Written into ${folder}:\n${paths}\n\nSee it with: ${called} preview ${folder}\n`);
  return exit.fine;
}
