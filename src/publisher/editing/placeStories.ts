import type { Config } from '../config.ts';
import { placeStory, type Filed } from '../desk/filed.ts';
import { newestFirst } from '../desk/order.ts';
import { toSections, type Sections } from '../desk/topics.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Named } from './fileStories.ts';

interface Placed {
  /** Newest first. */
  filed: Filed[];
  sections: Sections;
  /** What each of them came from. */
  from: Named[];
  /** Files under media/ that they show. */
  media: Set<string>;
  spiked: Refusal[];
  /** What is to be said of their pictures. */
  warnings: Notice[];
}

/** Puts filed stories in their order, each at its address and in its section. */
export function placeStories(named: readonly Named[], config: Config): Placed {
  const ordered = newestFirst(
    named.map((one) => ({ one, slug: one.slug, ref: one.slip.ref, published: one.slip.published })),
  ).map(({ one }) => one);
  const names = ordered.map(({ slip }) => slip.section);
  const placed: Placed = {
    ...{ filed: [], spiked: [], warnings: [], from: [], media: new Set() },
    sections: toSections(config.sections, names, config.language),
  };
  for (const one of ordered) {
    const { slip, slug, note } = one;
    const { ref } = slip;
    const { outcome, warnings = [] } = note.filing ?? {};
    for (const problem of warnings) placed.warnings.push({ ref, problem });
    if (outcome?.kind !== 'filed') {
      placed.spiked.push({ ref, problems: outcome?.problems ?? [] });
      continue;
    }
    const { facts } = outcome;
    const filed = placeStory(facts, slip, slug, placed.sections.find(slip.section));
    if (!filed.ok) {
      placed.spiked.push({ ref, problems: filed.problems });
      continue;
    }
    placed.filed.push(filed.value);
    placed.from.push(one);
    for (const path of facts.media) placed.media.add(path);
  }
  return placed;
}
