import { cleanName } from '../cleanText.ts';

/** Names of topics, people or places as a source lists them: cleaned, each once, at most 200 of at most 200 characters. */
export function uniqueNames(names: readonly string[] = []): string[] {
  return [...new Set(names.flatMap((name) => cleanName(name).slice(0, 200) || []))].slice(0, 200);
}
