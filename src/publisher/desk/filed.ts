import type { Parsed } from '../../model/problem.ts';
import { isSlug } from '../../model/slug.ts';
import type { Named, Trail } from '../../model/trail.ts';
import { markOf } from './mark.ts';
import { present } from './present.ts';
import type { Slip } from './slip.ts';
import type { Facts } from './toCopy.ts';

/** A story that has its place: its address and its section. */
export interface Filed {
  item: Pick<Slip, 'ref' | 'id' | 'headline' | 'related' | 'published' | 'expires' | 'pictures'>;
  slug: string;
  /** As the edition spells it. */
  section: Named | undefined;
  facts: Facts;
  /** Its line in lists. */
  readonly trail: Trail;
  /** Stands for its trail: the same number, the same trail. */
  mark: number;
  /** Stands for it in a related list. */
  short: number;
}

/**
 * Gives a story its place; one that no reader could open there is spiked. @param section its own, spelled as the edition
 * does
 */
export function placeStory(
  facts: Facts,
  item: Filed['item'],
  slug: string,
  section: Named | undefined,
): Parsed<Filed> {
  if (!isSlug(slug)) {
    const message = `expected a slug, got "${slug}"`;
    return { ok: false, problems: [{ code: 'invalid-document', at: 'slug', message }] };
  }
  return { ok: true, value: new Placed(facts, item, slug, section), warnings: [] };
}

/** A class, since an archive has a hundred thousand of them and reads the lines of a few. */
class Placed implements Filed {
  readonly item: Filed['item'];
  readonly slug: string;
  readonly section: Named | undefined;
  readonly facts: Facts;
  readonly short: number;
  readonly mark: number;
  private line: Trail | undefined;

  constructor(facts: Facts, item: Filed['item'], slug: string, section: Named | undefined) {
    this.facts = facts;
    this.item = item;
    this.slug = slug;
    this.section = section;
    this.short = markOf(slug, facts.short);
    this.mark = markOf(section?.name ?? '', this.short, facts.line);
  }

  get trail(): Trail {
    // Written by us: in this run, or by this very program under a checksum. The section keeps its place among the fields.
    this.line ??= {
      ...(JSON.parse(this.facts.trail) as Trail),
      ...{ slug: this.slug, ...present({ section: this.section }) },
    };
    return this.line;
  }
}
