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
  /**
   * How closely a picture is bound by what its source says of it beside the text, by a key of it (see anySizeKey): the
   * more, the greater the number; undefined where nothing is said. One that has several addresses is known by the one
   * that binds it most.
   */
  bindingOf?: (key: string) => number | undefined;
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
