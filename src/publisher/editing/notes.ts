import type { Facts } from '../desk/toCopy.ts';
import type { LinkLines } from '../desk/links.ts';
import type { Slip } from '../desk/slip.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadReport } from '../report/buildReport.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { PictureNote } from './pictureStamps.ts';

/** What is remembered of a source, so that it need not be read again while it is as it was. */
export interface SourceNote {
  /** What the file was like when it was read; empty when it has to be read again. */
  stamp: string;
  read?: ReadReport;
  refused: Refusal[];
  warnings: Notice[];
  items: ItemNote[];
}

export interface ItemNote {
  slip: Slip;
  filing?: Filing;
  related?: RelatedNote;
}

/** What filing an item came to. */
export interface Filing {
  /** What else it depended on: settings and program. */
  mark: string;
  pictures: PictureNote[];
  /** What is to be said of its pictures. */
  warnings: Problem[];
  outcome: { kind: 'filed'; facts: Facts } | { kind: 'spiked'; problems: Problem[] };
}

/** The related list that was filled up for a story. */
export interface RelatedNote {
  slug: string;
  /** The editor's own list, and what it was made from. */
  editors: string;
  links: LinkLines;
  /** How near the headline of each link is, 0 to 1, with a space between; `-` for the editor's. */
  scores: string;
}
