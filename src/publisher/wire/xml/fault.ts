/** A place where a document is not well-formed. */
export interface Fault {
  code: string;
  offset: number;
  message: string;
  mend?: string;
  /** Nothing behind it is read. */
  isFinal?: boolean;
}

/** Why a document that declares something is not read. */
export const declaresSomething = {
  code: 'xml-doctype',
  message: 'expected XML without declarations of its own, got a DOCTYPE that declares something',
  mend: 'take the DOCTYPE out',
} as const;

/** The same as a fault, at its place. */
export function doctype(offset: number): Fault {
  return { ...declaresSomething, offset, isFinal: true };
}
