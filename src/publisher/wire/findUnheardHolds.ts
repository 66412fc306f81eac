import type { Finding, Path } from './finding.ts';
import { findNearest } from './nearest.ts';
import { articleFields } from './articleSchema.ts';

/** Words of a status that keeps a story back. */
const keepsBack = /draft|pending|embargo|with-?held|hold|private|cancel|kill|withdraw/i;

/**
 * Fields that are not ours and by which the writer meant to keep the story back: a misspelt `embargo`, `Draft`, a
 * `status` that says so. To leave these out as other unknown fields would let the story out.
 */
export function findUnheardHolds(article: unknown, around: Path): Finding[] {
  if (article === null || typeof article !== 'object') return [];
  return Object.entries(article).flatMap(([name, value]) => {
    const meant = meantBy(name, value);
    if (meant === undefined || Object.hasOwn(articleFields, name)) return [];
    return [
      {
        code: 'unheard-hold',
        path: [...around, name],
        message: `expected no field by which a story is kept back but "embargo" and "draft", got "${name.slice(0, 60)}"`,
        mend: `write "${meant}", or remove it to let the story out`,
      },
    ];
  });
}

function meantBy(name: string, value: unknown): 'embargo' | 'draft' | undefined {
  if (value === false || value === null || value === '') return undefined;
  if (/embargo/i.test(name) || findNearest(name, ['embargo']) !== undefined) return 'embargo';
  if (name.toLowerCase() === 'draft') return 'draft';
  const isStatus = /^(?:pub(?:lication)?[-_]?)?stat(?:us|e)$/i.test(name);
  if (!isStatus || typeof value !== 'string' || !keepsBack.test(value)) return undefined;
  return /embargo/i.test(value) ? 'embargo' : 'draft';
}
