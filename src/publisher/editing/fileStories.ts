import type { Block } from '../../model/body.ts';
import type { Problem } from '../../model/problem.ts';
import { bodyTexts } from '../../model/words.ts';
import type { Config } from '../config.ts';
import { toCopy, type Copy, type EditedItem } from '../desk/toCopy.ts';
import type { Slip } from '../desk/slip.ts';
import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import { OutOfStep } from '../press/outOfStep.ts';
import { pictureKey, type PressedPictures, type WantedPicture } from '../press/pictures.ts';
import { placePicture, placePictures, wordsInstead } from '../press/placePictures.ts';
import type { WireItem } from '../wire/wireItem.ts';
import { isSamePicture, notePicture, type PictureNote } from './pictureStamps.ts';
import { isShown, timesMark, withShownPictures } from './pictureTimes.ts';
import { readItem } from './readSlips.ts';
import type { Filing, ItemNote } from './notes.ts';

/** A story that has its address, and what is known of it. */
export interface Named {
  slip: Slip;
  slug: string;
  note: ItemNote;
  source: string;
}

export interface FilingDesk {
  files: Files;
  config: Config;
  drafts: Drafts;
  now: Date;
  /** What filing depends on beside the item: settings and program. */
  mark: string;
  hasPictures: boolean;
  /** The file that an item came from, and the folder that its pictures may not leave. */
  placeOf: (file: string) => Pick<WantedPicture, 'file' | 'root'>;
  /** Reads a source once more and puts its items down. */
  readAgain: (source: string) => Promise<void>;
  press: (wanted: WantedPicture[], alsoNamed: string[]) => Promise<PressedPictures>;
  /** Whether what is related knows a story as it is. */
  knows: (slug: string, own: string) => boolean;
  /** Told of each story that was filed anew. */
  onFiled: (named: Named, item: EditedItem, copy: Copy) => void;
  progress: (done: number, total: number) => void;
}

/**
 * Makes stories of items: those whose item, pictures and settings are as they were keep what they came to before, and
 * the others are read, given their pictures, and filed. Their drafts are put down under `own`.
 * @returns the sources whose notes changed
 */
export async function fileStories(named: readonly Named[], desk: FilingDesk): Promise<Set<string>> {
  const due: Named[] = [];
  const alsoNamed: string[] = [];
  for (const one of named) {
    const pictures = knownPictures(one, desk);
    const isSame = pictures?.length === 0 || (await arePicturesSame(one, pictures, desk));
    if (pictures === undefined || !isSame) due.push(one);
    else for (const { address } of pictures) if (address) alsoNamed.push(address);
  }
  const wanted = due.flatMap(({ slip }) => picturesOf(slip, desk));
  const pressed = await desk.press(wanted, alsoNamed);
  const warnings = new Map<string, Problem[]>();
  for (const { ref, problem } of pressed.warnings) {
    warnings.set(ref, [...(warnings.get(ref) ?? []), problem]);
  }
  let done = 0;
  for (const one of due) {
    one.note.filing = await fileOne(one, pressed, warnings.get(one.slip.ref) ?? [], desk);
    desk.progress(++done, due.length);
  }
  return new Set(due.map(({ source }) => source));
}

function markOf({ label = '', pictures = [] }: Slip, { mark, now }: FilingDesk): string {
  return [mark, label, timesMark(pictures, now)].filter((part) => part !== '').join(' ');
}

/** The pictures of a story as they were when it was filed, or undefined when it has to be filed again anyway. */
function knownPictures({ slip, slug, note }: Named, desk: FilingDesk): PictureNote[] | undefined {
  const { filing } = note;
  if (filing?.mark !== markOf(slip, desk)) return undefined;
  const { outcome } = filing;
  if (outcome.kind === 'filed' && !desk.knows(slug, outcome.facts.own)) return undefined;
  return filing.pictures;
}

async function arePicturesSame(
  { slip }: Named,
  pictures: readonly PictureNote[] = [],
  desk: FilingDesk,
): Promise<boolean> {
  const { file } = desk.placeOf(slip.file);
  for (const picture of pictures) {
    if (!(await isSamePicture(desk.files, file, picture, desk.now))) return false;
  }
  return true;
}

async function copyOf({ slip, source }: Named, desk: FilingDesk): Promise<WireItem> {
  const there = await readItem(desk.drafts, slip);
  if (there !== undefined) return there;
  // It was held back until now, or its pictures changed: it is not out, so only its source has it.
  await desk.readAgain(source);
  const again = await readItem(desk.drafts, slip);
  if (again === undefined) throw new OutOfStep(slip.ref);
  return again;
}

function picturesOf({ ref, file, pictures = [] }: Slip, desk: FilingDesk): WantedPicture[] {
  if (!desk.hasPictures) return [];
  const shown = pictures.filter((picture) => isShown(picture, desk.now));
  return shown.map((picture) => ({ ref, ...desk.placeOf(file), picture }));
}

/** The words of a lead picture that could not be had; feeds often describe it by the text. */
function leadWords({ picture, body }: Omit<WireItem, 'spares'>): Block[] {
  const caption = picture?.caption ?? '';
  const isTold = caption !== '' && bodyTexts(body).some((text) => text.includes(caption));
  return picture === undefined || isTold ? [] : wordsInstead(picture);
}

async function fileOne(
  one: Named,
  pressed: PressedPictures,
  pressWarnings: Problem[],
  desk: FilingDesk,
): Promise<Filing> {
  const { slip } = one;
  const shown = withShownPictures(await copyOf(one, desk), desk.now);
  const { item: wire } = shown;
  const warnings = [...pressWarnings, ...shown.warnings];
  const { file } = desk.placeOf(slip.file);
  const find = (src: string) => pressed.made.get(pictureKey(file, src));
  const { picture, body, label: _, ...rest } = wire;
  const ours = picture === undefined ? undefined : placePicture(picture, find);
  const item: EditedItem = {
    ...rest,
    body: [...(ours === undefined ? leadWords(wire) : []), ...placePictures(body, find)],
    ...(ours === undefined ? {} : { picture: ours }),
    // In a preview the slip says what the story is.
    ...(slip.label === undefined ? {} : { label: slip.label }),
  };
  const pictures = await Promise.all(
    picturesOf(slip, desk).map((each) => {
      const key = pictureKey(file, each.picture.src);
      const failed = pressed.passing.has(key) ? 'passing' : 'failed';
      return notePicture(desk.files, each, pressed.made.has(key) ? 'made' : failed, desk.now);
    }),
  );
  const kept = { mark: markOf(slip, desk), pictures, warnings };
  const filed = toCopy(item, desk.config);
  if (!filed.ok) return { ...kept, outcome: { kind: 'spiked', problems: filed.problems } };
  const { text, facts } = filed.value;
  await desk.drafts.put(facts.own, text);
  desk.onFiled(one, item, filed.value);
  return { ...kept, outcome: { kind: 'filed', facts } };
}
