/** What came of asking for an address. */
export type Fetched =
  | {
      kind: 'fetched';
      /** Unpacked. */
      bytes: Uint8Array;
      /** The media type without parameters, in lower case; empty when the host named none. */
      contentType: string;
      /** The encoding the host named, in lower case. */
      charset?: string;
      etag?: string;
      lastModified?: string;
      /** Where the answer came from in the end. Never to be remembered: a host may not move a feed by itself. */
      finalUrl: string;
      /** The same, where every host on the way said that the address has moved for good. To be told, never obeyed. */
      movedTo?: string;
    }
  | { kind: 'not-modified'; movedTo?: string }
  | FetchFailure;

/** Why there is no answer, in words of ours alone: nothing that a host said is in them. */
export interface FetchFailure {
  kind: 'failed';
  code: FailureCode;
  /** For "…, so its earlier stories stay": no capital, no full stop. */
  message: string;
  /** What to do about it, as an instruction. */
  mend?: string;
  /** How long the host wants to be left alone. Seconds, a day at most. */
  retryAfter?: number;
}

type FailureCode =
  /** Not an address that is ever fetched: another scheme, a password in it, a blocked port, too long. */
  | 'unusable-address'
  /** It leads into a network that is not public. */
  | 'private-address'
  | 'unknown-host'
  | 'unreachable-host'
  | 'bad-certificate'
  | 'slow-host'
  | 'stopped'
  | 'offline'
  /** Not asked: the host wants to be left alone for now. */
  | 'waiting'
  | 'too-many-redirects'
  | 'bad-status'
  | 'bad-answer'
  | 'cut-off-answer'
  | 'too-large';

export function failed(code: FailureCode, message: string, mend?: string): FetchFailure {
  return { kind: 'failed', code, message, ...(mend === undefined ? {} : { mend }) };
}
