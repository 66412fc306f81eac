import { relative } from 'node:path';
import { publish } from '../publish.ts';
import type { Report } from '../world.ts';
import type { PublishCommand } from './command.ts';
import { exit } from './exit.ts';
import { programMark } from './programMark.ts';
import { formatCount, formatFindings } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { withProgress } from './withProgress.ts';

export async function runPublish(command: PublishCommand, terminal: Terminal): Promise<number> {
  const { files, fetch, readInput, cwd, called, readerFolder } = terminal;
  const started = terminal.now().getTime();
  const program = await programMark(terminal);
  const threads = terminal.openThreads();
  const { createPageRenderer, walk } = threads;
  let result: Awaited<ReturnType<typeof publish>>;
  try {
    result = await withProgress(terminal, (progress) =>
      publish(command, {
        ...{
          files,
          fetch,
          readInput,
          cwd,
          readerFolder,
          createPageRenderer,
          walk,
          progress,
          program,
        },
        now: command.now ?? terminal.now(),
        begin: threads.start,
      }),
    );
  } finally {
    await threads.close();
  }
  switch (result.kind) {
    case 'busy':
      terminal.complain(
        `Another publisher (process ${result.pid}) is at work on ${command.out}. ` +
          `If that is not so, remove ${result.lock}.\n`,
      );
      return exit.busy;
    case 'unfit':
      terminal.complain(`${result.message}\n`);
      return exit.misused;
    case 'reported': {
      const { report } = result;
      const milliseconds = terminal.now().getTime() - started;
      const lines = [
        ...formatFindings(report),
        ...formatOutcome(command, report, milliseconds),
        ...(report.written === undefined ? [] : [`Read it with: ${called} serve ${command.out}`]),
        `Report: ${relative(cwd, report.report)}`,
      ];
      terminal.print(`${lines.join('\n')}\n`);
      const hasNews = report.written !== undefined && report.isUnheard !== true;
      return hasNews ? exit.fine : exit.nothing;
    }
  }
}

function formatOutcome(
  { out, strict }: PublishCommand,
  {
    stories,
    briefs,
    withdrawn,
    refused,
    held,
    warnings,
    isConfigRefused,
    isUnheard,
    isAsBefore,
    written,
  }: Report,
  milliseconds: number,
): string[] {
  const stale = warnings.filter(({ problem }) => problem.code === 'stale-feed').length;
  if (written === undefined) {
    if (isConfigRefused === true) {
      return ['Nothing was published, as lede.json cannot be used. The edition stays as it was.'];
    }
    if (strict && stories > 0) return ['Nothing was published, as something was refused.'];
    const stays = isAsBefore === true ? ' What is out stays as it was.' : '';
    return [`Nothing was published, as there was no usable story.${stays}`];
  }
  const kinds = [
    formatCount(stories, 'story', 'stories'),
    ...(briefs > 0 ? [formatCount(briefs, 'brief', 'briefs')] : []),
    ...(withdrawn > 0 ? [`${withdrawn.toLocaleString('en-GB')} withdrawn`] : []),
  ];
  const seconds = (milliseconds / 1000).toFixed(1);
  const files = formatCount(written, 'file', 'files');
  const rest = [
    ...(refused.length > 0 ? [`${refused.length.toLocaleString('en-GB')} refused`] : []),
    ...(held.length > 0 ? [`${held.length.toLocaleString('en-GB')} held back`] : []),
    ...(warnings.length > 0 ? [formatCount(warnings.length, 'warning', 'warnings')] : []),
  ];
  return [
    `Published ${kinds.join(', ')} in ${out}: ${files} written in ${seconds} s${rest.length === 0 ? '' : `; ${rest.join(', ')}`}.`,
    ...formatFeeds(stale, isUnheard === true),
  ];
}

/** @param stale how many feeds could not be read anew */
function formatFeeds(stale: number, isUnheard: boolean): string[] {
  if (isUnheard) {
    return [
      'No feed brought anything: earlier stories stay, and the front page tells of any feed that fails.',
    ];
  }
  if (stale === 0) return [];
  return [`${formatCount(stale, 'feed', 'feeds')} could not be read anew; earlier stories stay.`];
}
