/** What a status says of a story that is out; any other is not a permission. */
export const isOut: ReadonlySet<string> = new Set(
  'publish published live final usable public released corrected'.split(' '),
);

/** Jekyll's `published` says whether, not when; that a story is not out is heard by another, see `findUnheardHolds.ts`. */
const saysWhether =
  /^\s*(?:true|false|yes|no|on|off|y|n|[01]|online|done|approved|now|today|ja|oui|sí|sim|sì)\s*$/i;

/**
 * Whether a `published` or `publish` says anything of when. All but yes and no does: nobody can list the words for a time
 * to come, and the writer is told of a story that is held, but nobody of one that went out too early.
 */
export function saysWhen(value: unknown): boolean {
  return (
    !['string', 'number', 'boolean'].includes(typeof value) ||
    !(saysWhether.test(String(value)) || isOut.has(String(value).trim().toLowerCase()))
  );
}
