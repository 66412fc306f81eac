import type { ReactNode } from 'react';
import type { Site } from '../../model/edition.ts';
import { ReadyBoundary } from './ReadyBoundary.tsx';
import { useVisits } from './useVisits.ts';
import { Visit } from './Visit.tsx';

interface Props {
  site: Site;
  /** The entry of the browser's history that is on screen, and its address. */
  current: string;
  address: string;
  /** Whether the document of the current entry is here. */
  isHere: boolean;
}

/** The page on screen, and those beside it that may be next. A part of its own: to make one ready renders nothing else. */
export function Visits({ site, current, address, isHere }: Props): ReactNode {
  // Each visit its own: nothing that was open or said on the last page stays.
  return useVisits(current, address, isHere).map((visit) => (
    <ReadyBoundary key={visit.id} isOpened={visit.key !== undefined}>
      <Visit
        site={site}
        address={visit.address}
        isShown={visit.key === current}
        isOpened={visit.key !== undefined}
      />
    </ReadyBoundary>
  ));
}
