import type { findDeparted } from '../press/stories.ts';
import type { Notice } from '../wire/wireItem.ts';

/** Says of each story that was given another slug which links are lost by it. Notice code: `slug-changed`. */
export function tellMoved(moved: ReturnType<typeof findDeparted>['moved']): Notice[] {
  return moved.map(({ ref, from, to }) => ({
    ref,
    problem: {
      code: 'slug-changed',
      at: 'slug',
      message: `the story moves from ${from} to ${to}, and links to the old address no longer open it`,
      mend: `give it the slug ${from} to keep its address`,
    },
  }));
}
