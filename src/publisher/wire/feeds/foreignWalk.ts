import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { RelatedRef } from '../wireItem.ts';
import type { BodyBuilder, Scope } from './bodyBuilder.ts';
import type { Losses } from './losses.ts';

/** What reading a body needs to know of where it stands. */
export interface Surroundings {
  /** Address that relative links and pictures start from; absent: they cannot be kept. */
  base?: string | undefined;
  /** Elements that are no part of the story, beside those that never are. */
  isFurniture?(element: Tree.Element): boolean;
}

/** A body on its way. */
export interface Walk extends Surroundings {
  builder: BodyBuilder;
  losses: Losses;
  related: RelatedRef[];
}

/** An element whose children are read, and what is to be done behind them. */
export interface Entered {
  scope: Scope;
  leave?: () => void;
}
