import type { PageDocument } from '../../../model/document.ts';
import type { Trail } from '../../../model/trail.ts';

/** Every trail that a page shows. */
export function trailsOf(document: PageDocument): Trail[] {
  switch (document.schema) {
    case 'lede-front/1': {
      const { lead, second, strips, latest } = document;
      return [
        ...(lead === undefined ? [] : [lead.trail, ...lead.related]),
        ...second,
        ...strips.flatMap(({ trails }) => trails),
        ...latest,
      ];
    }
    case 'lede-list/1':
      return document.trails;
    case 'lede-story/1':
      return [
        ...document.related,
        ...(document.kind === 'brief' ? document.namedBy : []),
        ...(document.kind === 'story' && document.next !== undefined ? [document.next] : []),
      ];
    default:
      return [];
  }
}
