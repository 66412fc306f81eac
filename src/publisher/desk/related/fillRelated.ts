import { orderOf } from '../../../model/time.ts';
import type { RelatedTrail } from '../../../model/trail.ts';
import { bodyTexts } from '../../../model/words.ts';
import type { Filed } from '../filed.ts';
import { toNamed } from '../names.ts';
import { present } from '../present.ts';
import { openRelatedArchive } from './relatedArchive.ts';
import { signatureOf, type Signature } from './signature.ts';
import { isSameText } from './sketch.ts';

const dayLength = 86_400_000;

interface Filled {
  list: RelatedTrail[];
  /** How near each computed one is, 0 to 1, by slug. */
  scores: Map<string, number>;
}

/** Computes the relations of an archive; what comes back fills an editor's list up with the best of a story's own. */
export function fillRelated(
  filed: readonly Filed[],
): (slug: string, list: readonly RelatedTrail[], upTo: number) => Filled {
  const trails = new Map(filed.map(({ trail }) => [trail.slug, trail]));
  const signatures = new Map(filed.map((one) => [one.story.slug, signatureOfFiled(one)]));
  const archive = openRelatedArchive();
  archive.apply({ changed: [...signatures.values()], gone: [] });
  return (slug, list, upTo) => {
    const filled = [...list];
    const scores = new Map<string, number>();
    for (const { slug: other, reason, score } of archive.relationsOf(slug)) {
      const trail = trails.get(other);
      if (trail === undefined || filled.length >= upTo) continue;
      const isListed = filled.some((one) => {
        return one.slug === other || isCopy(signatures.get(one.slug), signatures.get(other));
      });
      if (isListed) continue;
      filled.push({ ...trail, ...present({ reason }) });
      scores.set(other, score);
    }
    return { list: filled, scores };
  };
}

function isCopy(one: Signature | undefined, other: Signature | undefined): boolean {
  return one !== undefined && other !== undefined && isSameText(one.sketch, other.sketch);
}

function signatureOfFiled({ item, story }: Filed): Signature {
  const slugs = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => toNamed(name, 't')?.slug ?? [])),
  ];
  const { slug, headline, kicker, standfirst, published } = story;
  return signatureOf({
    slug,
    headline,
    ...present({ kicker, standfirst }),
    body: bodyTexts(story.body),
    people: slugs(item.people),
    places: slugs(item.places),
    tags: slugs(item.tags),
    ...present({ at: published === undefined ? undefined : orderOf(published.at) / dayLength }),
  });
}
