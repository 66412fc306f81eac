import type { PageDocument } from '../../model/document.ts';
import type { List, Month, OwnPage, Site, Unheard } from '../../model/edition.ts';
import type { FullStory } from '../../model/story.ts';
import type { RelatedTrail } from '../../model/trail.ts';
import type { ChosenFront } from './front.ts';
import type { Filed } from './filed.ts';
import type { Flatplan } from './flatplan.ts';

/** A page whose document is still to be made. */
export interface PlannedPage {
  readonly address: string;
  /** 16 hex of what it is made from: the same key, the same document. */
  readonly key: string;
  /** It certainly has the key of the page that is out, so neither has to be looked at. */
  readonly isAsBefore?: boolean;
  /** The same, if this page has the key of the one that is out. */
  readonly asBeforeIf?: Pick<PlannedPage, 'address' | 'key'>;
  /** The story whose draft is needed to make it. */
  story?: Filed;
  make(draft?: FullStory): PageDocument;
}

/** A page of a list, still to be made. */
export interface PlannedList extends Omit<PlannedPage, 'make' | 'story' | 'isAsBefore'> {
  readonly kind: List['kind'];
  readonly title: string;
  /** It is the list's newest page, at the list's own address. */
  readonly isNewest: boolean;
  make(): List;
}

/** An edition, planned: every address with how its document is made, nothing made yet that can wait. */
export interface Plan {
  site: Site;
  /** Full stories, newest first. */
  filed: readonly Filed[];
  /** Stories, briefs, notices and the publisher's own pages. */
  leaves: PlannedPage[];
  /** Section, tag, author and month lists: all pages of each, its oldest first. */
  lists: PlannedList[];
  /** The index of months. */
  index: PlannedPage;
  months: Month[];
  pages: readonly OwnPage[];
  front: ChosenFront;
  /** Sources that did not answer; may be none. */
  unheard: readonly Unheard[];
  counts: { stories: number; briefs: number; withdrawn: number };
  /** @param at a story's place in `filed` */
  headlinesBeside: (at: number) => RelatedHeadline[];
  /** What the stories' pages are made from. */
  flatplan: Flatplan;
}

/** A headline beside a story, as reports tell of it. */
export type RelatedHeadline = Pick<RelatedTrail, 'slug' | 'headline' | 'language' | 'reason'>;
