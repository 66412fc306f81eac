import { findNearest } from '../wire/nearest.ts';
import type { Notice } from '../wire/wireItem.ts';
import { toNamed } from './names.ts';

/**
 * Warnings about stories whose section is nearly one of lede.json's: each such slip makes a section of its own. Other
 * sections that lede.json does not name are the editor's affair. Notice code: `unknown-section`.
 */
export function misspeltSections(
  configured: readonly string[],
  items: readonly { ref: string; section?: string }[],
): Notice[] {
  const slugs = new Set(configured.map((name) => toNamed(name, 't')?.slug));
  // An archive has few sections and many stories.
  const meant = new Map<string, string | undefined>();
  return items.flatMap(({ ref, section }): Notice[] => {
    if (section === undefined) return [];
    if (!meant.has(section)) {
      const isKnown = slugs.has(toNamed(section, 't')?.slug);
      meant.set(section, isKnown ? undefined : findNearest(section, configured));
    }
    const near = meant.get(section);
    if (near === undefined) return [];
    const message = `"${section}" is none of the sections in lede.json, so it became one of its own`;
    const mend = `did you mean "${near}"? There are ${configured.join(', ')}`;
    return [{ ref, problem: { code: 'unknown-section', at: 'section', message, mend } }];
  });
}
