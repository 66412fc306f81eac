import { dirname, join } from 'node:path';
import { parseConfig, type Config } from './config.ts';
import type { EditedItem } from './desk/filed.ts';
import { gate } from './desk/gate.ts';
import type { LaidOut } from './desk/laidOut.ts';
import { layOut } from './desk/layOut.ts';
import type { Memory } from './desk/memory.ts';
import { misspeltSections } from './desk/misspeltSections.ts';
import type { OwnPageCopy } from './desk/ownPages.ts';
import { reveal } from './desk/reveal.ts';
import { assignSlugs } from './desk/slugs.ts';
import { newestVersions } from './desk/versions.ts';
import type { Fetch } from './fetch/safeFetch.ts';
import type { Files } from './press/files.ts';
import { pressIcon } from './press/icon.ts';
import { pictureKey, type WantedPicture } from './press/pictures.ts';
import { picturesIn, placePicture, placePictures } from './press/placePictures.ts';
import type { PressRecord, PublishedStory } from './press/record.ts';
import { findDeparted, toPublishedStories } from './press/stories.ts';
import { fetchWithin, pressWithin, type Reach } from './reach.ts';
import type { ReadReport, ReportInput } from './report/buildReport.ts';
import { joinResults, readOwnPages, readSources, readTyped } from './readSources.ts';
import { findSources, isFeedAddress, type FoundSource } from './sources.ts';
import { decode } from './wire/decode.ts';
import type { Notice, Refusal, WireItem } from './wire/wireItem.ts';

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
  memory: Memory;
  /** Stories of the editions before. */
  before: PressRecord['stories'];
  /**
   * Where feeds are remembered and pictures made; absent: feeds are as new, pictures are only looked for, and the
   * stories come out without them.
   */
  stateFolder?: string;
  progress: (stage: string, done: number, total: number) => void;
}

/** An edition, edited. Refs are paths as the editor would type them. */
export interface Edited {
  /**
   * Undefined when lede.json is unusable, as under a guessed name or address nothing should go out, and when no source
   * is more than a feed that cannot be read.
   */
  edition?: {
    laidOut: LaidOut;
    memory: Memory;
    stories: Record<string, PublishedStory>;
    scores: NonNullable<ReportInput['scores']>;
    /** Slugs of refused stories whose published files stay as they are. */
    untouched: string[];
  };
  refused: Refusal[];
  held: Notice[];
  warnings: Notice[];
  /** Every source that was read or asked for. */
  read: ReadReport[];
  /** The items that went on to the edition. */
  kept: { ref: string }[];
}

const plainConfig: Config = {
  name: 'Lede',
  language: 'en',
  timeZone: 'UTC',
  sections: [],
  front: [],
  pages: [],
};

/**
 * From named sources to an edition laid out: read, hold back, name, press pictures, lay out.
 * @throws {UnusableSource} when a named source is not there
 */
export async function edit(input: EditInput): Promise<Edited> {
  const { files, now, memory, before } = input;
  const found = await findSources(files, input.cwd, input.sources, input.out);
  const { sources, home, notices } = found;
  const configured = await readConfig(files, home);
  const shownRefs = new Map([home, ...sources].map(({ name, shown }) => [name, shown]));
  const show = <Said extends { ref: string }>(said: readonly Said[]): Said[] =>
    said.map((one) => ({ ...one, ref: showRef(one.ref, shownRefs) }));
  if (!configured.ok) {
    return { refused: show(configured.refused), held: [], warnings: [], read: [], kept: [] };
  }
  const { config } = configured;

  const pagePaths = config.pages.map((page) => join(home.root, page));
  const stories = sources.filter(({ path }) => !pagePaths.includes(path));
  const own = await readOwnPages(files, home.root, config.pages);
  const read = await readSources(files, stories, input.progress);
  const typed = found.hasInput ? [await readTyped(input.readInput)] : [];
  const feeds = await fetchWithin(found.feeds, input);
  const wire = joinResults([read, ...typed, feeds]);
  if (feeds.areDown && stories.length === 0 && typed.length === 0) {
    // There is nothing new, and what there was is out already.
    const { refused, warnings } = wire;
    return {
      refused: show(refused),
      held: [],
      warnings: show(warnings),
      read: wire.read,
      kept: [],
    };
  }
  // Versions first: the newest may be the one that takes the story back.
  const versions = newestVersions(wire.items);
  const copy = input.isPreview === true ? reveal(versions.items, now) : versions.items;
  const { through, held } = gate(copy, now);
  const named = assignSlugs(through, memory);

  const placeOf = new Map(sources.map(({ name, path, root }) => [name, { file: path, root }]));
  const place = (file: string): { file: string; root: string } => {
    if (isFeedAddress(file)) return { file, root: home.root };
    return placeOf.get(file) ?? { file: join(home.root, file), root: home.root };
  };
  const wanted = [
    ...named.items.flatMap(({ ref, file, picture, body }): WantedPicture[] =>
      [...(picture === undefined ? [] : [picture]), ...picturesIn(body)].map((one) => {
        return { ref, ...place(file), picture: one };
      }),
    ),
    ...own.pages.flatMap(({ ref, body }): WantedPicture[] =>
      picturesIn(body).map((one) => ({ ref, ...place(ref), picture: one })),
    ),
  ];
  const pressed = await pressWithin(wanted, input);
  const findIn = (file: string) => (src: string) =>
    pressed.made.get(pictureKey(place(file).file, src));
  const items = named.items.map(({ picture, body, ...item }): EditedItem => {
    const find = findIn(item.file);
    const ours = picture === undefined ? undefined : placePicture(picture, find);
    return {
      ...item,
      body: placePictures(body, find),
      ...(ours === undefined ? {} : { picture: ours }),
    };
  });
  const ownPages = own.pages.map(({ body, ...page }): OwnPageCopy => ({
    ...page,
    body: placePictures(body, findIn(page.ref)),
  }));

  const refusedRefs = new Set([...wire.refused, ...named.refused].map(({ ref }) => ref));
  const departed = findDeparted(before, {
    present: items,
    refused: refusedRefs,
    notices: noticesOf(versions.items, memory),
    now: now.toISOString(),
  });
  const { withdrawn } = departed;
  const desk = layOut({ config, items, withdrawn, ownPages, memory, now });
  const wantedIcon = input.reach.hasPictures ? config.icon : undefined;
  const pictureFolder =
    input.stateFolder === undefined ? undefined : join(input.stateFolder, 'pictures');
  const icon = await pressIcon(files, home.root, wantedIcon, pictureFolder);
  if (icon.src !== undefined) desk.laidOut.site.icon = icon.src;
  const published = toPublishedStories(
    before,
    desk.laidOut.stories,
    new Map(items.map(({ slug, ref }) => [slug, ref])),
    departed,
  );
  const refusedAtLast = new Set(show(desk.refused).map(({ ref }) => ref));
  const refused = [...wire.refused, ...own.refused, ...named.refused, ...desk.refused];
  return {
    edition: {
      laidOut: desk.laidOut,
      memory: desk.memory,
      stories: published,
      scores: desk.scores,
      untouched: departed.untouched,
    },
    refused: show(refused),
    held: show(held),
    warnings: show([
      ...notices,
      ...configured.warnings,
      ...misspeltSections(config.sections, through),
      ...wire.warnings,
      ...own.warnings,
      ...versions.notices,
      ...named.notices,
      ...pressed.warnings,
      ...icon.warnings,
      ...desk.notices,
    ]),
    read: wire.read.map((one) => ({ ...one, source: showRef(one.source, shownRefs) })),
    kept: show(items.map(({ ref }) => ({ ref }))).filter(({ ref }) => !refusedAtLast.has(ref)),
  };
}

type Configured =
  | { ok: true; config: Config; warnings: Notice[] }
  | { ok: false; refused: Refusal[] };

async function readConfig(
  files: Files,
  { path, name }: Pick<FoundSource, 'path' | 'name'>,
): Promise<Configured> {
  let text: string;
  try {
    text = decode(await files.readFile(path)).text;
  } catch {
    const message =
      'there is no lede.json, so the edition is called Lede, is in English and counts its days in UTC';
    const mend = `write lede.json in ${dirname(path)} to say otherwise`;
    const problem = { code: 'no-config', at: '', message, mend };
    return { ok: true, config: plainConfig, warnings: [{ ref: name, problem }] };
  }
  const parsed = parseConfig(text, name);
  if (!parsed.ok) return { ok: false, refused: [{ ref: name, problems: parsed.problems }] };
  const warnings = parsed.warnings.map((problem) => ({ ref: name, problem }));
  if (parsed.value.url === undefined) {
    const message = 'there is no url, so canonical addresses, feeds and sitemaps are left out';
    const mend = 'give the address the edition will have, such as "https://example.org/news"';
    warnings.push({ ref: name, problem: { code: 'no-url', at: 'url', message, mend } });
  }
  return { ok: true, config: parsed.value, warnings };
}

/** What sources say of stories they took back, by slug. */
function noticesOf(items: readonly WireItem[], { slugs }: Memory): Map<string, string> {
  const notices = new Map<string, string>();
  for (const { id, givenSlug, notice } of items) {
    const slug = givenSlug ?? (Object.hasOwn(slugs, id) ? slugs[id] : undefined);
    if (slug !== undefined && notice !== undefined) notices.set(slug, notice);
  }
  return notices;
}

/** `week.json [3]` → `sources/week.json [3]` */
function showRef(ref: string, shown: ReadonlyMap<string, string>): string {
  const [, file = ref, index = ''] = /^(.*?)( \[\d+\])?$/s.exec(ref) ?? [];
  return (shown.get(file) ?? file) + index;
}
