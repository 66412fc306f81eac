import { relative } from 'node:path';
import { publish, type Report } from '../publish.ts';
import type { PublishCommand } from './command.ts';
import { exit } from './exit.ts';
import { createProgressLine } from './progressLine.ts';
import { formatCount, formatNotices, formatRefused } from './summary.ts';
import type { Terminal } from './terminal.ts';

export async function runPublish(command: PublishCommand, terminal: Terminal): Promise<number> {
  const { files, fetch, readInput, cwd, readerFolder } = terminal;
  const started = terminal.now().getTime();
  // React and the pages are loaded here, so that the other commands start at once.
  const { createPageRenderer } = await import('../press/pages.ts');
  const line = createProgressLine(terminal.isInteractive, terminal.complain, () =>
    terminal.now().getTime(),
  );
  const result = await publish(command, {
    ...{ files, fetch, readInput, cwd, readerFolder, createPageRenderer },
    now: command.now ?? terminal.now(),
    progress: line.show,
  }).finally(line.clear);
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
    case 'reported':
      terminal.print(summary(command, result.report, terminal.now().getTime() - started));
      terminal.print(`Report: ${relative(cwd, result.report.report)}\n`);
      return result.report.written === undefined ? exit.nothing : exit.fine;
  }
}

function summary({ out, strict }: PublishCommand, report: Report, milliseconds: number): string {
  const { refused, held, warnings, stories, briefs, withdrawn, written } = report;
  const lines = [
    ...formatRefused(refused),
    ...formatNotices('Held back', held),
    ...formatNotices('Warnings', warnings),
  ];
  if (written === undefined) {
    lines.push(
      strict && stories > 0
        ? 'Nothing was published, as something was refused.'
        : 'Nothing was published, as there was no usable story.',
    );
  } else {
    const kinds = [
      formatCount(stories, 'story', 'stories'),
      ...(briefs > 0 ? [formatCount(briefs, 'brief', 'briefs')] : []),
      ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ];
    const seconds = (milliseconds / 1000).toFixed(1);
    lines.push(
      `Published ${kinds.join(', ')} in ${out}: ${formatCount(written, 'file', 'files')} written in ${seconds} s.`,
      `Read it with: lede serve ${out}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
