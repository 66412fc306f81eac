import { join, resolve } from 'node:path';
import { isMissing } from '../press/files.ts';
import { readRecord } from '../press/record.ts';
import { stateFolderOf } from '../press/stateFolder.ts';
import { serve } from '../serve/serve.ts';
import type { ServeCommand } from './command.ts';
import { exit } from './exit.ts';
import { stopOf } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/** Serves until the person at the terminal stops it. */
export async function runServe(command: ServeCommand, terminal: Terminal): Promise<number> {
  const { files, cwd } = terminal;
  const folder = resolve(cwd, command.folder);
  try {
    await files.stat(join(folder, 'index.html'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    terminal.complain(
      `There is no edition in ${command.folder}. Publish one with: ${terminal.called} publish <sources…> --out ${command.folder}\n`,
    );
    return exit.misused;
  }
  // The folder itself does not say under which path it was made to live; the press remembers.
  const base = command.base ?? (await readRecord(files, stateFolderOf(folder)))?.base ?? '/';
  const serving = await serve(folder, command.port, base);
  terminal.print(`Reading at http://localhost:${serving.port}${base}\n`);
  await stopOf(terminal);
  await serving.close();
  return exit.fine;
}
