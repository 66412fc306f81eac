import type { Plan } from '../desk/plan.ts';
import type { Edited } from './edited.ts';

interface Weighed {
  /** Zeros where nothing was usable. */
  counts: Plan['counts'];
  /** There is something to publish. */
  isEdition: boolean;
}

/**
 * Whether what was edited makes an edition. Earlier versions of what was refused are no news: alone they make none, and no
 * more do stories that are in no source any more, as a folder may be empty by mistake.
 * @param isStrict what is refused keeps everything back
 */
export function weighEdition({ edition, kept, refused }: Edited, isStrict: boolean): Weighed {
  const takesBack = edition?.takesBack === true;
  const hasNews = kept.length > 0 || takesBack;
  const none = { stories: 0, briefs: 0, withdrawn: 0 };
  const counts = edition === undefined || !hasNews ? none : edition.plan.counts;
  const isRefused = isStrict && refused.length > 0;
  return { counts, isEdition: !isRefused && (counts.stories > 0 || takesBack) };
}
