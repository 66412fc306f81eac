import { join } from 'node:path';
import {
  dataAddress,
  frontAddress,
  sectionAddress,
  storyAddress,
  takeAddress,
} from '../../model/address.ts';
import { documentAddress } from '../../model/documentAddress.ts';
import { pageSchemas, parseDocument, type PageDocument } from '../../model/document.ts';
import type { Front, Site } from '../../model/edition.ts';
import type { Picture } from '../../model/picture.ts';
import type { TakeChunk, TakeManifest, TakePart } from '../../model/take.ts';
import { hashOf, seal, unsealed } from '../desk/version.ts';
import { isMissing, type Files } from './files.ts';
import { readIfThere, readNow, replaceFile } from './replaceFile.ts';

/** Documents in one file. */
const chunkSize = 64;
/** Stories of one section that are offered; with the front's own stories this bounds what is read and written. */
const storiesAtMost = 100;
/** Width of the rendition that goes along, CSS pixels times density: sharp on a phone. */
const pictureWidth = 800;

const chunkName = /^[0-9a-f]{16}\.json$/;

/**
 * Writes what a reader can take along, from the pages as they were just published in `out`: so it costs the same
 * whatever the archive holds, and what did not change is not written again. The files of the edition before stay one
 * run longer, for a device that has just read its manifest.
 *
 * @returns how many files were written
 */
export async function writeTake(files: Files, out: string, site: Site): Promise<number> {
  const front = await readDocument(files, out, frontAddress);
  if (front?.schema !== 'lede-front/1') return 0;
  const before = await readManifest(files, out);
  let written = 0;
  const parts: TakePart[] = [];
  const taken = new Set<string>();
  for (const group of await groupsOf(files, out, site, front)) {
    const documents = group.documents.filter((one) => !taken.has(documentAddress(one)));
    for (const one of documents) taken.add(documentAddress(one));
    if (documents.length === 0) continue;
    const chunks = chunksOf(documents);
    for (const { src, text } of chunks) {
      if (await replaceFile(files, join(out, src), text)) written++;
    }
    parts.push({
      ...{ name: group.name, title: group.title },
      stories: documents.filter(({ kind }) => kind === 'story').length,
      chunks: chunks.map(({ text: _text, ...chunk }) => chunk),
      pictures: await picturesOf(files, out, documents),
    });
  }
  const manifest = seal<TakeManifest>({ schema: 'lede-take/1', version: unsealed, parts });
  if (await replaceFile(files, join(out, takeAddress.slice(1)), JSON.stringify(manifest)))
    written++;
  if (written > 0) await removeOld(files, out, [...chunkFiles(before), ...chunkFiles(manifest)]);
  return written;
}

interface Group {
  name: string;
  title: string;
  documents: PageDocument[];
}

/** Each section with its newest page and the stories of it and of the front; last what stands in none. */
async function groupsOf(files: Files, out: string, site: Site, front: Front): Promise<Group[]> {
  const named = slugsOf(front);
  const onFront: PageDocument[] = [];
  for (const slug of named) {
    const story = await readDocument(files, out, storyAddress(slug));
    if (story !== undefined) onFront.push(story);
  }
  const sectionOf = (document: PageDocument): string | undefined =>
    document.kind === 'story' ? document.section?.slug : undefined;
  const groups: Group[] = [];
  for (const { slug, name } of site.sections) {
    const list = await readDocument(files, out, sectionAddress(slug));
    const documents = onFront.filter((one) => sectionOf(one) === slug);
    for (const trail of list?.schema === 'lede-list/1' ? list.trails : []) {
      if (named.has(trail.slug) || documents.length >= storiesAtMost) continue;
      const story = await readDocument(files, out, storyAddress(trail.slug));
      if (story !== undefined) documents.push(story);
    }
    groups.push({ name: slug, title: name, documents: list ? [list, ...documents] : documents });
  }
  return [...groups, { name: 'front', title: '', documents: [front, ...onFront] }];
}

function slugsOf({ lead, second, strips, latest }: Front): Set<string> {
  const trails = [
    ...(lead === undefined ? [] : [lead.trail, ...lead.related]),
    ...second,
    ...strips.flatMap((strip) => strip.trails),
    ...latest,
  ];
  return new Set(trails.map(({ slug }) => slug));
}

/** In the order of their addresses, so that a story that moves up the page changes no file. */
function chunksOf(documents: readonly PageDocument[]): (TakeChunk & { text: string })[] {
  const sorted = documents.toSorted((one, other) =>
    documentAddress(one) < documentAddress(other) ? -1 : 1,
  );
  const chunks: (TakeChunk & { text: string })[] = [];
  for (let start = 0; start < sorted.length; start += chunkSize) {
    const held = sorted.slice(start, start + chunkSize);
    const text = JSON.stringify(held);
    chunks.push({
      src: `take/${hashOf(text, 16)}.json`,
      bytes: Buffer.byteLength(text),
      documents: Object.fromEntries(held.map((one) => [documentAddress(one), one.version])),
      text,
    });
  }
  return chunks;
}

async function picturesOf(
  files: Files,
  out: string,
  documents: readonly PageDocument[],
): Promise<TakePart['pictures']> {
  const sources = new Set(
    documents.flatMap((one) => {
      const picture = one.kind === 'story' ? one.picture : undefined;
      const src = picture && renditionOf(picture);
      return src === undefined ? [] : [src];
    }),
  );
  const found: TakePart['pictures'] = [];
  for (const src of sources) {
    const stats = await files.stat(join(out, src)).catch(ignoreMissing);
    if (stats !== undefined) found.push({ src, bytes: stats.size });
  }
  return found;
}

function renditionOf({ avif }: Picture): string | undefined {
  return (avif.find(({ width }) => width >= pictureWidth) ?? avif.at(-1))?.src;
}

async function readDocument(
  files: Files,
  out: string,
  address: string,
): Promise<PageDocument | undefined> {
  const bytes = await readNow(files, join(out, dataAddress(address)));
  if (bytes === undefined) return undefined;
  const parsed = parseDocument(JSON.parse(bytes.toString()), pageSchemas);
  return parsed.ok ? parsed.value : undefined;
}

async function readManifest(files: Files, out: string): Promise<TakeManifest | undefined> {
  const bytes = await readIfThere(files, join(out, takeAddress));
  if (bytes === undefined) return undefined;
  try {
    const parsed = parseDocument(JSON.parse(bytes.toString()), ['lede-take']);
    return parsed.ok ? parsed.value : undefined;
  } catch {
    // Damaged: it is written anew, and names nothing that has to stay.
    return undefined;
  }
}

function chunkFiles(manifest: TakeManifest | undefined): string[] {
  return (manifest?.parts ?? []).flatMap(({ chunks }) => chunks.map(({ src }) => src));
}

async function removeOld(files: Files, out: string, kept: readonly string[]): Promise<void> {
  const names = (await files.readdir(join(out, 'take')).catch(ignoreMissing)) ?? [];
  for (const name of names) {
    if (!chunkName.test(name) || kept.includes(`take/${name}`)) continue;
    await files.rm(join(out, 'take', name), { force: true });
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
