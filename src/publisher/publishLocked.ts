import { join } from 'node:path';
import { instantOf } from './desk/dates.ts';
import { hashOf } from './desk/version.ts';
import { findDraft } from './editing/findDraft.ts';
import { openMemories } from './editing/openMemories.ts';
import { readMemory } from './editing/readMemory.ts';
import { toReported } from './editing/toReported.ts';
import { weighEdition } from './editing/weighEdition.ts';
import { edit } from './edit.ts';
import { compressEdition, removeCopies } from './press/compressEdition.ts';
import { allDone } from './press/allDone.ts';
import { readReaderBuild } from './press/assets.ts';
import { keepFlatplan, readFlatplan } from './press/flatplanFile.ts';
import { keepUntouched } from './press/keepUntouched.ts';
import { removeJournal, writeJournal } from './press/journal.ts';
import { filesOfEntry, type Ledger } from './press/ledger.ts';
import { prunePictures } from './press/prunePictures.ts';
import { isEditionThere } from './press/isEditionThere.ts';
import { openPressState } from './press/pressState.ts';
import { keepStory } from './press/publishedStories.ts';
import { writeRecord, type PressRecord } from './press/record.ts';
import { replaceFile, sweepAside } from './press/replaceFile.ts';
import { newsOf } from './press/stories.ts';
import { writeEdition } from './press/writeEdition.ts';
import type { ReportInput } from './report/buildReport.ts';
import { prepareReport, type PreparedReport } from './report/writeReport.ts';
import { field } from './wire/field.ts';
import type { Published, PublishOptions, World } from './world.ts';

/** The folder that a run has to itself. */
export interface Place {
  out: string;
  stateFolder: string;
  /** Nothing that can be made again is taken for granted. */
  isAnew: boolean;
  /** A publisher was stopped in the middle. */
  wasStale: boolean;
  /** When the run began by the clock of the disk, milliseconds since 1970. */
  startedAt: number;
}

/** A run of the pipeline on a folder that nobody else publishes into meanwhile. See publish. */
export async function publishLocked(
  options: PublishOptions,
  world: World,
  { out, stateFolder, isAnew, wasStale, startedAt }: Place,
): Promise<Published> {
  const { sources, reach, strict, report: wantsPage } = options;
  const { isPreview = false, compress = false } = options;
  const { files, fetch, readInput, progress, program, now } = world;
  const walked = world.walk?.({ cwd: world.cwd, named: sources, out });
  // Where it went wrong is said when it is waited for, if it is.
  walked?.catch(() => undefined);
  const state = await openPressState(files, stateFolder);
  const isUnsure = isAnew || state.journal !== undefined || !(await isEditionThere(files, out));
  if (state.journal !== undefined || wasStale) {
    for (const folder of [out, stateFolder]) await sweepAside(files, folder);
  }
  const memoryPath = join(stateFolder, 'memory.json');
  const memory = await readMemory(files, memoryPath, state.record === undefined);
  const memories = await openMemories(files, {
    ...{ folder: stateFolder, program },
    forgetsSources: isUnsure,
  });
  const { drafts } = memories;
  const flatSum = isUnsure ? undefined : state.record?.flatplan;
  const flatBefore = await readFlatplan(files, stateFolder, flatSum);
  try {
    const edited = await edit({
      ...{ files, fetch, readInput, cwd: world.cwd, sources, reach, out, now, progress },
      ...{ isPreview, memory, before: state.stories, flatBefore, stateFolder, startedAt, walked },
      ...memories,
      ...{ isStrict: strict, hadUrl: state.ledger.keyOf('sitemap.xml') !== undefined },
      hadConfig: state.record?.isConfigured === true,
    });
    const { edition, isConfigRefused, isUnheard, read, kept, refused, held } = edited;
    const { counts, isEdition } = weighEdition(edited, strict);
    const warnings = [...memories.notices, ...edited.warnings].filter(
      // Without an edition everything stays as it is out.
      ({ problem }) => isEdition || problem.code !== 'taken-back',
    );
    const prepare = (outcome: Pick<ReportInput, 'laidOut' | 'scores'>): PreparedReport =>
      prepareReport({ read, kept, refused, held, warnings, ...outcome });
    const reported = async ({ write }: PreparedReport, written?: number) => {
      const report = await write(files, stateFolder, written, wantsPage);
      return {
        kind: 'reported' as const,
        report: {
          ...{ refused, held, warnings, ...counts, report },
          ...{ ...field('isConfigRefused', isConfigRefused), ...field('isUnheard', isUnheard) },
          ...field('written', written),
          ...(isEdition || state.stories.size === 0 ? {} : { isAsBefore: true }),
        },
      };
    };
    if (edition === undefined || !isEdition) return await reported(prepare({}));

    const { plan, config, media, isConfigured } = edition;
    // Before the edition: should we be stopped, an address that is out already stays the story's own.
    if (edition.memory !== memory) {
      await replaceFile(files, memoryPath, JSON.stringify(edition.memory));
    }
    const { ledger } = state;
    const build = await readReaderBuild(files, world.readerFolder, plan.site.base);
    const { scripts, sheets } = build;
    const made = hashOf(JSON.stringify([program, plan.site, scripts, sheets]), 16);
    const record: PressRecord = {
      schema: 'lede-press/2',
      base: plan.site.base,
      made,
      isConfigured,
    };
    if (state.record === undefined) await writeRecord(files, stateFolder, { ...record, made: '' });
    const untouched = await keepUntouched(files, out, edition.untouched);
    const isMadeAlike = state.record?.made === made;
    const isAllMade = isUnsure || !isMadeAlike;
    const hadCopies = state.record?.isCompressed === true;
    // Else what is as it was needs copies too.
    const areCopiesMade = hadCopies || isAllMade;
    let prepared: PreparedReport | undefined;
    const prepareAll = (): PreparedReport =>
      (prepared ??= prepare({
        laidOut: toReported(plan, instantOf(now)),
        scores: edition.scores,
      }));
    const written = await writeEdition({
      ...{ files, out, stateFolder, plan, config, now, build, media, ledger, progress },
      render: world.createPageRenderer(plan.site, build),
      ...{ isAnew: isAllMade, isMadeAlike },
      copies: !compress || !areCopiesMade ? 'none' : isAllMade ? 'all' : 'changed',
      draftOf: (filed) => findDraft(filed, drafts, { files, out }),
      untouched,
      stories: newsOf(state.stories, edition.stories.changed),
      meanwhile() {
        try {
          prepareAll();
        } catch {
          // It is asked for once more, where that is told.
        }
      },
    });
    for (const slug of edition.stories.gone) state.storyShelf.remove(slug);
    for (const [slug, story] of edition.stories.changed) keepStory(state.storyShelf, slug, story);
    // In any order: what one of them lacks, should the run be stopped, the next run makes again.
    const flatKept = keepFlatplan(files, stateFolder, plan.flatplan, {
      ...{ text: flatBefore, sum: flatSum },
    });
    const saved = [edition.remember(), ledger.save(), state.storyShelf.save(), flatKept];
    const told = reported(prepareAll(), written ?? 0);
    await allDone([...saved, told]);
    if (compress && !areCopiesMade) {
      // Stopped in between, the next run takes no copy for granted.
      await writeJournal(files, stateFolder, { entries: [], stories: [] });
      await compressEdition({ files, out, paths: filesOf(ledger) }, (done, total) =>
        progress('compressing', done, total),
      );
    }
    // A run that was stopped may have left some.
    if (!compress && (hadCopies || isUnsure)) {
      await removeCopies({ files, out, paths: filesOf(ledger) });
    }
    await writeRecord(files, stateFolder, {
      ...record,
      ...(compress ? { isCompressed: true } : {}),
      flatplan: await flatKept,
    });
    await removeJournal(files, stateFolder);
    await prunePictures(files, stateFolder, ledger);
    return await told;
  } finally {
    await drafts.close();
  }
}

/** Paths of all files of an edition. */
function filesOf(ledger: Ledger): string[] {
  return [...ledger.entries()].flatMap(filesOfEntry);
}
