import { join } from 'node:path';
import { iconFiles } from '../model/icon.ts';
import { picturesIn } from '../model/picturesIn.ts';
import type { Config } from './config.ts';
import { mediaIn } from './desk/filed.ts';
import { gate } from './desk/gate.ts';
import { layOut } from './desk/layOut.ts';
import { rememberFolders, type Memory } from './desk/memory.ts';
import { misspeltSections } from './desk/misspeltSections.ts';
import type { OwnPageCopy } from './desk/ownPages.ts';
import type { Plan } from './desk/plan.ts';
import { reveal } from './desk/reveal.ts';
import type { Slip } from './desk/slip.ts';
import { assignSlugs } from './desk/slugs.ts';
import { newestVersions } from './desk/versions.ts';
import { fileStories, type Named } from './editing/fileStories.ts';
import { findRenamed } from './editing/findRenamed.ts';
import { keepEarlier, tellEarlier } from './editing/keepEarlier.ts';
import { readConfig } from './editing/readConfig.ts';
import { noticesOf } from './editing/noticesOf.ts';
import { placeStories } from './editing/placeStories.ts';
import { readAll, readAnew } from './editing/readAll.ts';
import { beginSlips, type SlipInHand } from './editing/readSlips.ts';
import { rememberRun } from './editing/rememberRun.ts';
import type { RelatedDesk } from './editing/relatedDesk.ts';
import { scoresOf } from './editing/scoresOf.ts';
import { showRef } from './editing/showRef.ts';
import { signCopy } from './editing/signCopy.ts';
import type { SourceNotes } from './editing/sourceNotes.ts';
import { tellTakenBack } from './editing/tellTakenBack.ts';
import { toUnheard } from './editing/toUnheard.ts';
import type { Fetch } from './fetch/safeFetch.ts';
import type { Drafts } from './press/drafts.ts';
import type { Files } from './press/files.ts';
import { pressIcon } from './press/icon.ts';
import { pictureKey, type WantedPicture } from './press/pictures.ts';
import { placePictures } from './press/placePictures.ts';
import type { PublishedStory } from './press/publishedStories.ts';
import { findDeparted, toPublishedStories } from './press/stories.ts';
import { pressWithin, type Reach } from './reach.ts';
import type { ReadReport, ReportInput } from './report/buildReport.ts';
import { readOwnPages } from './readSources.ts';
import { findSources, isFeedAddress } from './sources.ts';
import type { Notice, Refusal } from './wire/wireItem.ts';

/** What editing starts from. Nothing is written but feeds and pictures, and these only into the state folder. */
export interface EditInput {
  files: Files;
  fetch: Fetch;
  /** Standard input, to its end or until it is more than so many bytes. */
  readInput: (limit: number) => Promise<Uint8Array>;
  reach: Reach;
  /** Folder that relative sources are named from; absolute. */
  cwd: string;
  sources: readonly string[];
  now: Date;
  /** For the editor's own eyes: drafts and what is under embargo are shown, marked as such. */
  isPreview?: boolean;
  /** Absolute path of the published folder, which is no source. */
  out?: string;
  /** A wrong field of lede.json counts as refused. */
  isStrict?: boolean;
  /** The edition before had an address, and so feeds and sitemaps. */
  hadUrl?: boolean;
  /** The edition before had a lede.json. */
  hadConfig?: boolean;
  memory: Memory;
  /** Stories of the editions before, by slug. */
  before: ReadonlyMap<string, PublishedStory>;
  /**
   * Where feeds are remembered and pictures made; absent: feeds are as new, pictures are only looked for, and the
   * stories come out without them.
   */
  stateFolder?: string;
  /** What is remembered of sources and of who is related; may be nothing. */
  notes: SourceNotes;
  related: RelatedDesk;
  /** Where copy is put down for the length of the run. */
  drafts: Drafts;
  /**
   * A file that changed at this time or later, in milliseconds since 1970, may change again with nothing to show for it
   * and is read again next time.
   */
  startedAt: number;
  progress: (stage: string, done: number, total: number) => void;
}

/** An edition, edited. Refs are paths as the editor would type them. */
export interface Edited {
  /**
   * Undefined when lede.json is unusable, as under a guessed name or address nothing should go out, and when no source
   * is more than a feed that cannot be read.
   */
  edition?: {
    config: Config;
    plan: Plan;
    memory: Memory;
    stories: Map<string, PublishedStory>;
    scores: NonNullable<ReportInput['scores']>;
    /** Slugs of refused stories whose published files stay as they are. */
    untouched: string[];
    /** Files under media/ that the edition shows. */
    media: Set<string>;
    /** There is a lede.json. */
    isConfigured: boolean;
    /** Remembers what was learnt of sources and of who is related. */
    remember: () => Promise<void>;
  };
  /** lede.json is unusable. */
  isConfigRefused?: boolean;
  refused: Refusal[];
  held: Notice[];
  warnings: Notice[];
  /** Every source that was read or asked for. */
  read: ReadReport[];
  /** The items that went on to the edition. */
  kept: { ref: string }[];
}

/**
 * From named sources to an edition laid out: read, hold back, name, press pictures, file, relate, lay out. What is as it
 * was in the run before is taken from what was remembered of it.
 * @throws {UnusableSource} when a named source is not there
 * @throws {OutOfStep} when a source changed while it was read
 */
export async function edit(input: EditInput): Promise<Edited> {
  const { files, now, before, notes, related } = input;
  const { folders } = input.memory;
  const found = await findSources(files, input.cwd, input.sources, input.out, folders);
  const memory = rememberFolders(input.memory, found.folders);
  const { sources, home, notices } = found;
  const configured = await readConfig(files, home, input);
  const shownRefs = new Map([home, ...sources].map(({ name, shown }) => [name, shown]));
  const show = <Said extends { ref: string }>(said: readonly Said[]): Said[] =>
    said.map((one) => ({ ...one, ref: showRef(one.ref, shownRefs) }));
  if (!configured.ok) {
    const refused = show(configured.refused);
    return { isConfigRefused: true, refused, held: [], warnings: [], read: [], kept: [] };
  }
  const { config, locate, isWritten: isConfigured } = configured;
  const inConfig = (said: readonly Notice[]): Notice[] =>
    said.map((one) => ({
      ...one,
      problem: one.ref === home.name ? locate(one.problem) : one.problem,
    }));
  const { hasPictures } = input.reach;

  const pagePaths = new Set(config.pages.map((page) => join(home.root, page)));
  const stories = sources.filter(({ path }) => !pagePaths.has(path));
  const own = await readOwnPages(files, home.root, config.pages);
  const wire = await readAll(stories, found, input);
  if (wire.areFeedsDown && stories.length === 0 && !found.hasInput) {
    // There is nothing new, and what there was is out already, with the day it is from.
    const { refused, warnings, read } = wire;
    return { refused: show(refused), held: [], warnings: show(warnings), read, kept: [] };
  }
  // Versions first: the newest may be the one that takes the story back.
  const bySlip = new Map(wire.items.map((one) => [one.note.slip, one]));
  const versions = newestVersions([...bySlip.keys()]);
  const isPreview = input.isPreview === true;
  const revealed: Slip[] = isPreview ? reveal(versions.items, now) : versions.items;
  const inHand: ReadonlyMap<Slip, SlipInHand | undefined> = isPreview
    ? new Map(revealed.map((slip, index) => [slip, bySlip.get(versions.items[index] ?? slip)]))
    : bySlip;
  const { through, held } = gate(revealed, now);
  const renamed = await findRenamed(through, revealed, {
    ...input,
    memory,
    refused: new Set(wire.refused.map(({ ref }) => ref)),
  });
  const slugs = assignSlugs(through, renamed.memory);
  const named: Named[] = [];
  for (const { item: slip, slug } of slugs.items) {
    const one = inHand.get(slip);
    if (one !== undefined) named.push({ note: one.note, source: one.source, slip, slug });
  }

  const placeOf = new Map(sources.map(({ name, path, root }) => [name, { file: path, root }]));
  const place = (file: string): { file: string; root: string } => {
    if (isFeedAddress(file)) return { file, root: home.root };
    return placeOf.get(file) ?? { file: join(home.root, file), root: home.root };
  };
  const ownWanted = own.pages.flatMap(({ ref, body }): WantedPicture[] =>
    picturesIn(body).map((one) => ({ ref, ...place(ref), picture: one })),
  );
  let pressed: Awaited<ReturnType<typeof pressWithin>> = {
    made: new Map(),
    passing: new Set(),
    warnings: [],
  };
  const refiled = await fileStories(named, {
    ...{ files, config, drafts: input.drafts, now, hasPictures, placeOf: place },
    mark: markOf(config, input),
    readAgain: async (name) => {
      const source = stories.find((one) => one.name === name);
      if (source !== undefined) await readAnew(beginSlips(), source, input, true);
    },
    press: async (wanted, alsoNamed) => {
      pressed = await pressWithin([...wanted, ...ownWanted], alsoNamed, input);
      return pressed;
    },
    knows: related.knows,
    onFiled: ({ slug }, item, copy) => {
      if (!related.knows(slug, copy.facts.own)) {
        related.sign(copy.facts.own, signCopy(slug, item, copy));
      }
    },
    progress: (done, total) => input.progress('editing', done, total),
  });
  const departed = findDeparted(before, {
    present: named,
    refused: new Set([...wire.refused, ...slugs.refused].map(({ ref }) => ref)),
    notices: noticesOf(revealed, memory),
    now: now.toISOString(),
  });
  const earlier = await keepEarlier(departed.untouched, input);
  const placed = placeStories([...named, ...earlier.kept], config);
  const { filed, sections, bySlug, media } = placed;
  const ownPages = own.pages.map(({ body, ...page }): OwnPageCopy => ({
    ...page,
    body: placePictures(body, (src) => pressed.made.get(pictureKey(place(page.ref).file, src))),
  }));
  const settled = related.settle(
    filed,
    (slug) => bySlug.get(slug)?.note,
    (done, total) => input.progress('relating', done, total),
  );
  const desk = layOut({
    ...{ config, filed, sections, withdrawn: departed.withdrawn, ownPages },
    memory: renamed.memory,
    fill: settled.fill,
    unheard: toUnheard(wire.unheard, config, input.reach.allowHosts),
  });
  const { plan } = desk;
  const pictureFolder =
    input.stateFolder === undefined ? undefined : join(input.stateFolder, 'pictures');
  const icon = await pressIcon(
    ...([files, home.root, hasPictures ? config.icon : undefined, pictureFolder] as const),
  );
  if (icon.src !== undefined) {
    plan.site.icon = icon.src;
    for (const { path } of iconFiles(icon.src)) media.add(path);
  }
  for (const path of plan.pages.flatMap(({ body }) => mediaIn(JSON.stringify(body)))) {
    media.add(path);
  }
  const spikedRefs = new Set(show(placed.spiked).map(({ ref }) => ref));
  const ownRefs = new Set(own.pages.map(({ ref }) => ref));
  return {
    edition: {
      ...{ config, plan, memory: desk.memory, media, untouched: earlier.untouched, isConfigured },
      stories: toPublishedStories(before, filed, departed),
      scores: scoresOf(plan, bySlug),
      remember: () =>
        rememberRun({ wire, notes, related, bySlug, refiled, relatedAnew: settled.changed }),
    },
    refused: show([
      ...configured.refused,
      ...tellEarlier([...wire.refused, ...slugs.refused], earlier, before),
      ...own.refused.map(({ ref, problems }) => {
        return { ref, problems: ref === home.name ? problems.map(locate) : problems };
      }),
      ...placed.spiked,
      ...desk.refused,
    ]),
    held: show(held),
    warnings: show([
      ...notices,
      ...configured.warnings,
      ...misspeltSections(config.sections, through),
      ...wire.warnings,
      ...own.warnings,
      ...versions.notices,
      ...renamed.notices,
      ...tellTakenBack({ before, memory, items: revealed, withdrawn: departed.withdrawn }),
      ...slugs.notices,
      ...placed.warnings,
      ...pressed.warnings.filter(({ ref }) => ownRefs.has(ref)),
      ...inConfig([...icon.warnings, ...desk.notices]),
    ]),
    read: wire.read.map((one) => ({ ...one, source: showRef(one.source, shownRefs) })),
    kept: named
      .map(({ slip }) => ({ ref: showRef(slip.ref, shownRefs) }))
      .filter(({ ref }) => !spikedRefs.has(ref)),
  };
}

/** What filing depends on beside the item itself. */
function markOf({ language, timeZone }: Config, { reach, stateFolder }: EditInput): string {
  const pictures = !reach.hasPictures ? 'none' : stateFolder === undefined ? 'seen' : 'made';
  return `${language} ${timeZone} ${pictures}`;
}
