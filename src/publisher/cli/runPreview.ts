import { startPreview, type Round } from '../preview/startPreview.ts';
import { isFeedAddress } from '../sources/feedAddress.ts';
import type { PreviewCommand } from './command.ts';
import { exit } from './exit.ts';
import { explainFailure } from './failure.ts';
import { printable } from './printable.ts';
import { Stopped, stopOf } from './stopping.ts';
import { programMark } from './programMark.ts';
import { formatCount, formatFindings } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { createProgress } from './progress.ts';

/** Publishes for the person at the terminal alone, again whenever a source changes, until they stop it. */
export async function runPreview(command: PreviewCommand, terminal: Terminal): Promise<number> {
  const { files, fetch, readInput, cwd, readerFolder, temporaryFolder, print } = terminal;
  const { createPageRenderer } = await import('../press/pages.ts');
  const { isInteractive, columns, complain } = terminal;
  const milliseconds = (): number => terminal.now().getTime();
  // One for each round, so that quick ones are not spoken of.
  let progress: ReturnType<typeof createProgress> | undefined;
  const telling = createTelling(terminal.now);
  // The first round may be a long one, and whoever ends it is not to wait for that.
  let isStopping = false;
  const stopped = stopOf(terminal, () => {
    isStopping = true;
  });
  const preview = await startPreview(command, {
    ...{ files, fetch, readInput, cwd, readerFolder, createPageRenderer, temporaryFolder },
    program: await programMark(terminal),
    now: terminal.now,
    progress(stage, done, total) {
      if (isStopping) throw new Stopped('SIGINT');
      progress ??= createProgress({ isInteractive, columns, write: complain, now: milliseconds });
      progress.show(stage, done, total);
    },
    explain: (error) => explainFailure(error).message.trimEnd(),
    told(round) {
      progress?.clear();
      progress = undefined;
      if (isStopping) return;
      print(telling(round));
    },
  });
  const feeds = command.sources.some(isFeedAddress);
  const hello = [
    `Preview at http://localhost:${preview.port}${preview.base()}`,
    'It follows every change; drafts and stories under embargo are in it, marked as such. Ctrl+C ends it.',
    ...(feeds ? ['Feeds are asked every five minutes, and when you press Enter.'] : []),
    '',
  ].join('\n');
  if (!isStopping) print(hello);
  const release = terminal.onEnter(preview.askFeeds);
  await stopped;
  release();
  await preview.close();
  return exit.fine;
}

/** Tells each round in a line, and what is wrong only when it is something else than last time. */
function createTelling(now: () => Date): (round: Round) => string {
  let before = '';
  return (round) => {
    const time = now().toTimeString().slice(0, 8);
    if (round.kind === 'failed') {
      before = '';
      return `${time} ${printable(round.message)}\n`;
    }
    const { refused, warnings, stories, written } = round.report;
    const findings = formatFindings({ refused, held: [], warnings }).join('\n');
    const said = findings === before || findings === '' ? '' : `${findings}\n`;
    before = findings;
    const outcome =
      written === undefined
        ? 'Nothing usable; the last good edition stays.'
        : `${formatCount(stories, 'story', 'stories')}, ${formatCount(written, 'file', 'files')} new.`;
    const wrong = refused.length > 0 ? ` ${refused.length} refused.` : '';
    return `${said}${time} ${outcome}${wrong}\n`;
  };
}
