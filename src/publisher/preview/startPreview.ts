import { dirname } from 'node:path';
import { publish } from '../publish.ts';
import { stateFolderOf } from '../press/stateFolder.ts';
import type { Report, World } from '../world.ts';
import { readRecord } from '../press/record.ts';
import type { Reach } from '../reach.ts';
import { findSources } from '../sources.ts';
import { isFeedAddress } from '../sources/feedAddress.ts';
import { createCalmFetch, feedInterval } from './calmFetch.ts';
import { openPreviewFolder } from './previewFolder.ts';
import { startPreviewServer } from './previewServer.ts';
import { toPreviewProblems, type PreviewProblem } from './previewState.ts';
import { createRounds } from './rounds.ts';
import { findWatchedPlaces } from './watchedPlaces.ts';
import { watchPlaces } from './watchPlaces.ts';

interface PreviewOptions {
  sources: readonly string[];
  reach: Reach;
  port: number;
}

/** What came of one round. */
export type Round =
  | { kind: 'reported'; report: Report }
  /** A sentence for people; the edition before stays. */
  | { kind: 'failed'; message: string };

interface PreviewWorld extends Omit<World, 'now'> {
  now: () => Date;
  temporaryFolder: string;
  /** Says in a sentence why a round could not be finished. */
  explain: (error: unknown) => string;
  told: (round: Round) => void;
}

export interface Preview {
  port: number;
  /** Path the edition lives under. */
  base: () => string;
  /** Asks all feeds again, now. */
  askFeeds: () => void;
  close: () => Promise<void>;
}

/**
 * Publishes for the editor's own eyes, and again whenever a source changes, until it is closed.
 * @throws {UnusableSource} when a named source is not there
 */
export async function startPreview(
  { sources, reach, port }: PreviewOptions,
  world: PreviewWorld,
): Promise<Preview> {
  const { files, cwd } = world;
  // A slip in its name is said at once; a source that goes away later is waited for.
  await findSources(files, cwd, sources);
  const out = await openPreviewFolder(files, world.temporaryFolder, cwd, sources);
  const feeds = sources.filter(isFeedAddress);
  const calm = createCalmFetch(world.fetch, feeds, () => world.now().getTime());
  const readInput = readOnce(world.readInput);
  const start = world.now().getTime().toString(36);
  let now = world.now();
  let state = { edition: `${start}-0`, problems: [] as PreviewProblem[] };
  let base = '/';
  let editions = 0;
  const server = await startPreviewServer(out, port, state);

  const round = async (): Promise<void> => {
    const options = { sources, reach, out, strict: false, force: true, report: false };
    const result = await publish(
      { ...options, isPreview: true },
      { ...world, now, readInput, fetch: calm.fetch },
    ).catch((error: unknown) => ({ kind: 'unfit' as const, message: world.explain(error) }));
    if (result.kind === 'busy') {
      // Another preview of the same sources is at it, and will be done soon.
      setTimeout(rounds.ask, 500);
      return;
    }
    if (result.kind === 'unfit') {
      const { message } = result;
      state = { ...state, problems: [{ ref: sources.join(' '), at: '', message }] };
      world.told({ kind: 'failed', message });
    } else {
      const { report } = result;
      const isNew = (report.written ?? 0) > 0;
      if (isNew) editions += 1;
      state = {
        edition: `${start}-${editions}`,
        problems: toPreviewProblems(report.refused, report.warnings),
      };
      world.told({ kind: 'reported', report });
    }
    const record = await readRecord(files, stateFolderOf(out)).catch(() => undefined);
    base = record?.base ?? base;
    server.tell(state, base);
    watch.add(await findWatchedPlaces(files, cwd, sources));
  };

  const rounds = createRounds(round);
  const places = await findWatchedPlaces(files, cwd, sources);
  const watch = await watchPlaces(places, dirname(out), () => {
    now = world.now();
    rounds.ask();
  });
  await round();
  const asking = setInterval(rounds.ask, feedInterval);
  if (feeds.length === 0) clearInterval(asking);
  return {
    port: server.port,
    base: () => base,
    askFeeds() {
      calm.forget();
      rounds.ask();
    },
    async close() {
      clearInterval(asking);
      await watch.close();
      await rounds.stop();
      await server.close();
    },
  };
}

/** Standard input can be read to its end once only. */
function readOnce(readInput: World['readInput']): World['readInput'] {
  let read: ReturnType<World['readInput']> | undefined;
  return (limit) => (read ??= readInput(limit));
}
