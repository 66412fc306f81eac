import { join } from 'node:path';
import { fileOf, storyAddress } from '../../model/address.ts';
import { parseDocument } from '../../model/document.ts';
import type { FullStory } from '../../model/story.ts';
import type { Filed } from '../desk/filed.ts';
import { fromStory } from '../desk/toCopy.ts';
import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import { OutOfStep } from '../press/outOfStep.ts';
import { readIfThere } from '../press/replaceFile.ts';

/**
 * A story's own part: put down in this run when it was filed, else taken back from what is out.
 * @throws {OutOfStep} when what is out is not what it was
 */
export async function findDraft(
  filed: Filed,
  drafts: Drafts,
  published?: { files: Files; out: string },
): Promise<FullStory> {
  const text = await drafts.get(filed.facts.own);
  // Written by us in this very run.
  if (text !== undefined) return JSON.parse(text) as FullStory;
  if (published === undefined) throw new OutOfStep(filed.item.ref);
  const { files, out } = published;
  const { slug, facts } = filed;
  const story = await readStory(files, out, slug);
  const draft = story === undefined ? undefined : fromStory(story, facts);
  if (draft === undefined) throw new OutOfStep(pathOf(out, slug));
  return draft;
}

/** A full story as it is out; undefined when there is none that can be read. */
export async function readStory(
  files: Files,
  out: string,
  slug: string,
): Promise<FullStory | undefined> {
  const bytes = await readIfThere(files, pathOf(out, slug));
  const parsed = parseDocument(jsonOf(bytes), ['lede-story']);
  return parsed.ok && parsed.value.kind === 'story' ? parsed.value : undefined;
}

function pathOf(out: string, slug: string): string {
  return join(out, fileOf(storyAddress(slug), 'json'));
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
