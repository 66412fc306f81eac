import type { Finding, Path } from './finding.ts';

/** Says that there are so many more findings than are listed; nothing where there are none. */
export function notListed(more: number, path: Path): Finding[] {
  if (more <= 0) return [];
  const count = more.toLocaleString('en-GB');
  const message = `${count} more of the like ${more === 1 ? 'is' : 'are'} not listed`;
  return [{ code: 'not-listed', path, message, mend: 'mend these first, then check again' }];
}
