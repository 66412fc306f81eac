/** A base path as the router wants it: `/news/` → `/news`, `/` → ''. */
export function basename(base: string): string {
  return base.slice(0, -1);
}
