import { emptyMemory } from '../desk/memory.ts';
import { edit, type Edited } from '../edit.ts';
import type { CheckCommand } from './command.ts';
import { exit } from './exit.ts';
import { printableJson } from './printable.ts';
import { withProgress } from './withProgress.ts';
import { formatCount, formatFindings } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** Edits as publish does, as for a first edition, and tells what came of it. Writes nothing. */
export async function runCheck(command: CheckCommand, terminal: Terminal): Promise<number> {
  const { files, fetch, readInput, cwd } = terminal;
  const edited = await withProgress(terminal, (progress) =>
    edit({
      ...{ files, fetch, readInput, cwd, progress },
      ...{ sources: command.sources, reach: command.reach },
      now: command.now ?? terminal.now(),
      memory: emptyMemory,
      before: {},
    }),
  );
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
  return `${printableJson(JSON.stringify(result, undefined, 2))}\n`;
}

function toText(edited: Edited): string {
  const lines = [
    ...formatFindings(edited),
    `To be published: ${formatCount(storiesOf(edited).length, 'story', 'stories')}.`,
  ];
  return `${lines.join('\n')}\n`;
}
