import { hash } from 'node:crypto';
import { documentText } from '../../model/document.ts';

/** The first `digits` hex digits of the SHA-256 of a text in UTF-8. */
export function hashOf(text: string, digits: number): string {
  return hash('sha256', text).slice(0, digits);
}

/** Stands in a document until `seal` has read the rest of it. */
export const unsealed = '0'.repeat(16);

/** The document with its version: 16 hex of the SHA-256 of its text without that field. */
export function seal<Document extends { version: string }>(document: Document): Document {
  return { ...document, version: hashOf(documentText(document), 16) };
}
