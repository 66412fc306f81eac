import * as v from 'valibot';

/** A file the reader is made of, named by its content. */
export interface ShellFile {
  /** Inside the edition: `assets/index-abc.js` */
  path: string;
  /** SHA-256 of the whole, 64 hex. */
  sha256: string;
  /** Without it no page comes to life; nothing else may stop an install. */
  isNeeded: boolean;
}

/** The reader that this worker belongs to. */
export interface Shell {
  /** 16 hex over its files. */
  version: string;
  files: ShellFile[];
}

const shellSchema: v.GenericSchema<Shell> = v.object({
  version: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  files: v.array(
    v.object({
      path: v.pipe(v.string(), v.regex(/^[\w./-]+$/)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      isNeeded: v.boolean(),
    }),
  ),
});

/** @throws when the publisher did not put the list in its place: such a worker may not be installed */
export function parseShell(list: unknown): Shell {
  return v.parse(shellSchema, list);
}
