import { join } from 'node:path';
import { iconFiles } from '../model/icon.ts';
import type { Config } from './config.ts';
import { instantOf } from './desk/dates.ts';
import { mediaIn } from './desk/toCopy.ts';
import { layOut } from './desk/layOut.ts';
import { knownSlug, rememberFolders } from './desk/memory.ts';
import { misspeltSections } from './desk/misspeltSections.ts';
import type { Edited } from './editing/edited.ts';
import type { EditInput } from './editing/editInput.ts';
import { fileStories } from './editing/fileStories.ts';
import { findRewritten } from './editing/findRewritten.ts';
import { gaveWaySlugs } from './editing/gaveWaySlugs.ts';
import { heldReasons, heldSlugs } from './editing/heldSlugs.ts';
import { keepEarlier, tellEarlier } from './editing/keepEarlier.ts';
import { readConfig } from './editing/readConfig.ts';
import { placeOwnPictures, readOwn } from './editing/readOwn.ts';
import { nameStories } from './editing/nameStories.ts';
import { noticesOf } from './editing/noticesOf.ts';
import { placesOf } from './editing/placesOf.ts';
import { placeStories } from './editing/placeStories.ts';
import { readAll, readAnew } from './editing/readAll.ts';
import { beginSlips } from './editing/readSlips.ts';
import { rememberRun } from './editing/rememberRun.ts';
import { scoresOf } from './editing/scoresOf.ts';
import { showRef } from './editing/showRef.ts';
import { signCopy } from './editing/signCopy.ts';
import { tellFuture } from './editing/tellFuture.ts';
import { tellMoved } from './editing/tellMoved.ts';
import { tellTakenBack } from './editing/tellTakenBack.ts';
import { toUnheard } from './editing/toUnheard.ts';
import { pressIcon } from './press/icon.ts';
import { findDeparted, findStoryChanges } from './press/stories.ts';
import { pressWithin } from './reach.ts';
import { findSources, type SourcePlace } from './sources.ts';
import type { Notice } from './wire/wireItem.ts';

/**
 * From named sources to an edition laid out: read, hold back, name, press pictures, file, relate, lay out. What is as it
 * was in the run before is taken from what was remembered of it.
 * @throws {UnusableSource} when a named source is not there
 * @throws {OutOfStep} when a source changed while it was read
 */
export async function edit(input: EditInput): Promise<Edited> {
  const { files, now, before, notes, related } = input;
  const { folders } = input.memory;
  const { walked } = input;
  const found = await findSources(files, input.cwd, input.sources, input.out, { folders, walked });
  const memory = rememberFolders(input.memory, found.folders);
  const { sources, home, notices } = found;
  const configured = await readConfig(files, home, input);
  const byName = new Map<string, SourcePlace>([[home.name, home]]);
  for (const source of sources) byName.set(source.name, source);
  const show = <Said extends { ref: string }>(said: readonly Said[]): Said[] =>
    said.map((one) => ({ ...one, ref: showRef(one.ref, byName) }));
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
  const stories =
    pagePaths.size === 0 ? sources : sources.filter(({ path }) => !pagePaths.has(path));
  const place = placesOf(byName, home.root);
  const own = await readOwn(config, place, { ...input, root: home.root });
  const isOut = (slug: string | undefined): boolean => {
    const story = slug === undefined ? undefined : before.get(slug);
    return story !== undefined && story.withdrawn === undefined;
  };
  const wire = await readAll(stories, found, {
    ...input,
    isOut: (item) => isOut(knownSlug(memory, item)),
  });
  const {
    named,
    newest,
    notices: said,
    ...desked
  } = await nameStories(wire, {
    ...{ ...input, memory },
    timeZone: config.timeZone,
  });
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
      pressed = await pressWithin([...wanted, ...own.wanted], alsoNamed, input);
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
  const heldBack = heldSlugs(newest, desked.held, memory);
  const departed = findDeparted(before, {
    present: named,
    refused: new Set([
      ...[...wire.refused, ...desked.refused].map(({ ref }) => ref),
      ...wire.fullFeeds,
    ]),
    held: new Set([...heldBack, ...gaveWaySlugs(wire, newest, memory)]),
    rewritten: await findRewritten(named, input),
    notices: noticesOf(newest, memory),
    now: instantOf(now),
  });
  const earlier = await keepEarlier(departed.untouched, input);
  const placed = placeStories([...named, ...earlier.kept], config);
  const { filed, sections, from, media } = placed;
  const settled = related.settle(
    filed,
    (at) => from[at]?.note,
    (done, total) => input.progress('relating', done, total),
  );
  const desk = layOut({
    ...{ config, filed, sections, withdrawn: departed.withdrawn },
    ownPages: placeOwnPictures(own.pages, place, pressed.made),
    memory: desked.memory,
    fill: settled.fill,
    held: heldReasons(newest, desked.held, memory),
    unheard: toUnheard(wire.unheard, config),
    flatBefore: input.flatBefore,
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
    ...(wire.areFeedsDown && stories.length === 0 && !found.hasInput ? { isUnheard: true } : {}),
    edition: {
      takesBack: departed.withdrawn.some(({ slug }) => heldBack.has(slug) && isOut(slug)),
      ...{ config, plan, memory: desk.memory, media, untouched: earlier.untouched, isConfigured },
      stories: findStoryChanges(before, filed, departed),
      scores: scoresOf(plan, from),
      remember: () =>
        rememberRun({
          ...{ wire, notes, related, from, refiled, relatedAnew: settled.changed },
          earlier: earlier.kept.length,
        }),
    },
    refused: show([
      ...configured.refused,
      ...tellEarlier([...wire.refused, ...desked.refused], earlier, before),
      ...own.refused.map(({ ref, problems }) => {
        return { ref, problems: ref === home.name ? problems.map(locate) : problems };
      }),
      ...placed.spiked,
      ...desk.refused,
    ]),
    held: show([...desked.held, ...own.held]),
    warnings: show([
      ...notices,
      ...configured.warnings,
      ...misspeltSections(config.sections, desked.through),
      ...wire.warnings,
      ...own.warnings,
      ...tellFuture(desked.through, now),
      ...said.versions,
      ...said.renamed,
      ...tellTakenBack({ before, memory, items: newest, withdrawn: departed.withdrawn }),
      ...tellMoved(departed.moved),
      ...said.slugs,
      ...placed.warnings,
      ...pressed.warnings.filter(({ ref }) => ownRefs.has(ref)),
      ...inConfig([...icon.warnings, ...desk.notices]),
    ]),
    read: wire.read.map((one) => ({ ...one, source: showRef(one.source, byName) })),
    kept: named
      .map(({ slip }) => ({ ref: showRef(slip.ref, byName) }))
      .filter(({ ref }) => !spikedRefs.has(ref)),
  };
}

/** What filing depends on beside the item itself. */
function markOf({ language, timeZone }: Config, { reach, stateFolder }: EditInput): string {
  const pictures = !reach.hasPictures ? 'none' : stateFolder === undefined ? 'seen' : 'made';
  return `${language} ${timeZone} ${pictures}`;
}
