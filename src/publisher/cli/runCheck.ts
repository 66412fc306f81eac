import type { PageDocument } from '../../model/document.ts';
import { emptyMemory } from '../desk/memory.ts';
import { edit } from '../edit.ts';
import type { Edited } from '../editing/edited.ts';
import { findDraft } from '../editing/findDraft.ts';
import { withoutMemories } from '../editing/openMemories.ts';
import type { Drafts } from '../press/drafts.ts';
import type { CheckCommand } from './command.ts';
import { exit } from './exit.ts';
import { printableJson } from './printable.ts';
import { withProgress } from './withProgress.ts';
import { formatCount, formatFindings } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** Edits as publish does, as for a first edition, and tells what came of it. Writes nothing. */
export async function runCheck(command: CheckCommand, terminal: Terminal): Promise<number> {
  const { files, fetch, readInput, cwd } = terminal;
  const memories = await withoutMemories(files);
  const edited = await withProgress(terminal, (progress) =>
    edit({
      ...{ files, fetch, readInput, cwd, progress, ...memories },
      ...{ sources: command.sources, reach: command.reach },
      ...{ now: command.now ?? terminal.now(), isStrict: command.strict },
      memory: emptyMemory,
      before: new Map(),
      startedAt: 0,
    }),
  );
  const stories = command.json ? await storiesOf(edited, memories.drafts) : [];
  terminal.print(command.json ? toJson(edited, stories) : toText(edited));
  const isUsable = countOf(edited) > 0;
  return !isUsable || (command.strict && edited.refused.length > 0) ? exit.nothing : exit.fine;
}

function countOf({ edition }: Edited): number {
  return edition?.plan.counts.stories ?? 0;
}

/** The full stories as they would go out. */
async function storiesOf({ edition }: Edited, drafts: Drafts): Promise<PageDocument[]> {
  const stories: PageDocument[] = [];
  for (const page of edition?.plan.leaves ?? []) {
    if (page.story !== undefined) stories.push(page.make(await findDraft(page.story, drafts)));
  }
  return stories;
}

function toJson(edited: Edited, stories: readonly PageDocument[]): string {
  const result = {
    articles: stories,
    rejected: edited.refused.flatMap(({ ref, problems }) =>
      problems.map(({ at, message, mend, line, column }) => ({
        ref,
        at: at === '' && line !== undefined ? `${line}:${column ?? 1}` : at,
        reason: withMend(message, mend),
      })),
    ),
    warnings: [...edited.held, ...edited.warnings].map(
      ({ ref, problem: { at, code, message, mend } }) => ({
        ...{ ref, at, code, message: withMend(message, mend) },
      }),
    ),
  };
  return `${printableJson(JSON.stringify(result, undefined, 2))}\n`;
}

function withMend(message: string, mend: string | undefined): string {
  return mend === undefined ? message : `${message}; ${mend}`;
}

function toText(edited: Edited): string {
  const outcome =
    edited.isConfigRefused === true
      ? 'Nothing would be published, as lede.json cannot be used.'
      : `To be published: ${formatCount(countOf(edited), 'story', 'stories')}.`;
  const lines = [...formatFindings(edited), outcome];
  return `${lines.join('\n')}\n`;
}
