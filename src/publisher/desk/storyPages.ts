import { storyAddress } from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import type { FullStory } from '../../model/story.ts';
import type { Filed } from './filed.ts';
import type { LinkLines } from './links.ts';
import { keyOf } from './mark.ts';
import type { PlannedPage } from './plan.ts';
import type { PlannedBrief } from './relate.ts';
import type { Line, Shown } from './shown.ts';
import { toStory } from './toStory.ts';
import type { Sections } from './topics.ts';
import { toRelatedLine } from './trails.ts';

/** What the stories' pages show of others beside their headlines: how sections are spelled, and the briefs. */
export function flatHead(
  { all }: Sections,
  briefs: readonly PlannedBrief[],
  lines: ReadonlyMap<string, Line>,
): string {
  const shorts = briefs.map(({ brief: { slug } }) => `${slug} ${lines.get(slug)?.short}`);
  return JSON.stringify([all.map(({ slug, name }) => [slug, name]), shorts]);
}

interface Stories {
  /** Newest first. */
  filed: readonly Filed[];
  /** The related list of each. */
  related: readonly LinkLines[];
  shown: Shown;
  isAsBefore: (at: number) => boolean;
}

/** The stories with their related lists and, in each section, the way to the next older one; newest first. */
export function planStories({ filed, related, shown, isAsBefore }: Stories): PlannedPage[] {
  const olderIn = new Map<string, Filed>();
  const oldestFirst: PlannedPage[] = [];
  for (let index = filed.length - 1; index >= 0; index -= 1) {
    const one = filed[index];
    if (one === undefined) continue;
    const { section } = one;
    const next = section === undefined ? undefined : olderIn.get(section.slug);
    if (section !== undefined) olderIn.set(section.slug, one);
    const links = related[index] ?? '';
    oldestFirst.push(new StoryPage(one, { next, links, shown }, isAsBefore(index)));
  }
  return oldestFirst.toReversed();
}

interface Around {
  /** The next older story of its section. */
  next: Filed | undefined;
  links: LinkLines;
  shown: Shown;
}

/** A class, since an archive has a hundred thousand of them and wants the address and the key of a few. */
class StoryPage implements PlannedPage {
  readonly story: Filed;
  readonly isAsBefore: boolean;
  private readonly around: Around;

  constructor(story: Filed, around: Around, isAsBefore: boolean) {
    this.story = story;
    this.around = around;
    this.isAsBefore = isAsBefore;
  }

  get address(): string {
    return storyAddress(this.story.slug);
  }

  get key(): string {
    const { slug, section, facts } = this.story;
    const { next, links, shown } = this.around;
    return keyOf([facts.own, slug, section?.name], [next?.short ?? 0, ...shown.marks(links)]);
  }

  make(draft?: FullStory): PageDocument {
    const { next, links, shown } = this.around;
    if (draft === undefined) {
      throw new Error(`${this.story.slug} cannot be made without its draft`);
    }
    return toStory(draft, this.story, shown.trails(links), next && toRelatedLine(next.trail));
  }
}
