import { emptyMemory } from '../desk/memory.ts';
import { edit, type Edited } from '../edit.ts';
import type { CheckCommand } from './command.ts';
import { exit } from './exit.ts';
import { createProgressLine } from './progressLine.ts';
import { formatCount, formatNotices, formatRefused } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** Edits as publish does, as for a first edition, and tells what came of it. Writes nothing. */
export async function runCheck(command: CheckCommand, terminal: Terminal): Promise<number> {
  const line = createProgressLine(terminal.isInteractive, terminal.complain, () =>
    terminal.now().getTime(),
  );
  const edited = await edit({
    files: terminal.files,
    fetch: terminal.fetch,
    readInput: terminal.readInput,
    cwd: terminal.cwd,
    sources: command.sources,
    reach: command.reach,
    now: command.now ?? terminal.now(),
    memory: emptyMemory,
    before: {},
    progress: line.show,
  }).finally(line.clear);
  terminal.print(command.json ? toJson(edited) : toText(edited));
  const isUsable = storiesOf(edited).length > 0;
  return !isUsable || (command.strict && edited.refused.length > 0) ? exit.nothing : exit.fine;
}

function storiesOf({ edition }: Edited): NonNullable<Edited['edition']>['laidOut']['stories'] {
  return (edition?.laidOut.stories ?? []).filter(({ kind }) => kind === 'story');
}

function toJson(edited: Edited): string {
  const result = {
    articles: storiesOf(edited),
    rejected: edited.refused.flatMap(({ ref, problems }) =>
      problems.map(({ at, message, mend, line, column }) => ({
        ref,
        at: at === '' && line !== undefined ? `${line}:${column ?? 1}` : at,
        reason: mend === undefined ? message : `${message}; ${mend}`,
      })),
    ),
    warnings: [...edited.held, ...edited.warnings].map(
      ({ ref, problem: { at, code, message } }) => ({
        ...{ ref, at, code, message },
      }),
    ),
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function toText(edited: Edited): string {
  const lines = [
    ...formatRefused(edited.refused),
    ...formatNotices('Held back', edited.held),
    ...formatNotices('Warnings', edited.warnings),
    `To be published: ${formatCount(storiesOf(edited).length, 'story', 'stories')}.`,
  ];
  return `${lines.join('\n')}\n`;
}
