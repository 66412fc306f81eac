import type { ArchiveIndex, Front, List, OwnPage, Pointer, Site } from '../../model/edition.ts';
import type { Story } from '../../model/story.ts';

/** An edition as documents, ready for the press: every address with what it holds. */
export interface LaidOut {
  site: Site;
  front: Front;
  stories: Story[];
  /** Section, tag, author and month lists, all pages of each. `pageAddress` is the page's own address. */
  lists: { pageAddress: string; list: List }[];
  months: ArchiveIndex;
  pages: OwnPage[];
  pointer: Pointer;
}
