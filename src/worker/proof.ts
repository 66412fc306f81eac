import { documentAddress } from '../model/documentAddress.ts';
import type { Pointer } from '../model/edition.ts';
import { documentText, pageSchemas, parseDocument, type PageDocument } from '../model/document.ts';
import { readSeal, stateTextOf } from '../model/pageSeal.ts';
import { sha256 } from '../model/sha256.ts';

/** A document that proved itself: its text is what the publisher wrote, and it belongs at its address. */
export interface ProvenDocument {
  address: string;
  version: string;
  title: string;
  text: string;
  document: PageDocument;
}

/** The document in a text of JSON, or undefined when it is not whole, not ours, or another address's. */
export async function proveDocument(
  text: string,
  address: string,
): Promise<ProvenDocument | undefined> {
  const proven = await proveAnyDocument(text);
  return proven?.address === address ? proven : undefined;
}

/** The same for a document that may belong anywhere. */
export async function proveAnyDocument(text: string): Promise<ProvenDocument | undefined> {
  const json = parseJson(text);
  if (json === null || typeof json !== 'object') return undefined;
  const parsed = parseDocument(json, pageSchemas);
  if (!parsed.ok) return undefined;
  const document = parsed.value;
  const { version } = document;
  if ((await sha256(encode(documentText(json)))).slice(0, 16) !== version) return undefined;
  return { address: documentAddress(document), version, title: titleOf(document), text, document };
}

/** The document of a sealed page of HTML, or undefined when the page is not whole or stands at another address. */
export async function provePage(
  page: string,
  address: string,
): Promise<ProvenDocument | undefined> {
  const state = await proveState(page);
  if (state === undefined || !('document' in state)) return undefined;
  return proveDocument(JSON.stringify(state.document), address);
}

/** The pointer in a text, or undefined when it is not whole: worker and pointer are published together, so it has a hash. */
export async function provePointer(text: string): Promise<Pointer | undefined> {
  const json = parseJson(text);
  const parsed = parseDocument(json, ['lede-latest']);
  if (!parsed.ok || json === null || typeof json !== 'object') return undefined;
  const hash = (await sha256(encode(documentText(json)))).slice(0, 16);
  return hash === parsed.value.version ? parsed.value : undefined;
}

/** Whether a text is a document written for a newer reader than this one: not damaged, only not for us. */
export function isForNewerReader(text: string): boolean {
  const parsed = parseDocument(parseJson(text), pageSchemas);
  return !parsed.ok && parsed.problems.some(({ code }) => code === 'newer-schema');
}

/** The same for a sealed page of HTML, which names the reader that can. */
export async function isPageForNewerReader(page: string): Promise<boolean> {
  const state = await proveState(page);
  return (
    state !== undefined && 'document' in state && isForNewerReader(JSON.stringify(state.document))
  );
}

/** Whether a page is the one without a document: the shell, or that for unknown addresses. */
export async function proveBarePage(page: string, address: string): Promise<boolean> {
  const state = await proveState(page);
  return state !== undefined && 'address' in state && state.address === address;
}

async function proveState(page: string): Promise<object | undefined> {
  const sealed = readSeal(page);
  if (sealed === undefined) return undefined;
  if ((await sha256(encode(sealed.text))).slice(0, 16) !== sealed.hash) return undefined;
  const state = parseJson(stateTextOf(sealed.text) ?? '');
  return state !== null && typeof state === 'object' ? state : undefined;
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function titleOf(document: PageDocument): string {
  switch (document.schema) {
    case 'lede-front/1':
      return document.day;
    case 'lede-list/1':
      return document.title;
    case 'lede-archive/1':
    case 'lede-own/1':
      return '';
    case 'lede-story/1':
    case 'lede-page/1':
      return document.headline;
  }
}
