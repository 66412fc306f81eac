import { useContext, useMemo, type ReactNode } from 'react';
import { UNSAFE_LocationContext as LocationContext } from 'react-router-dom';
import type { Site } from '../../model/edition.ts';
import { ReadyBoundary } from './ReadyBoundary.tsx';
import { useVisits } from './useVisits.ts';
import { Visit } from './Visit.tsx';

interface Props {
  site: Site;
  /** The router's entry of the browser's history, and its address. */
  entry: string;
  address: string;
  /** Whether the document of that entry is here. */
  isHere: boolean;
}

/** The page on screen, and those beside it that may be next. A part of its own: to make one ready renders nothing else. */
export function Visits({ site, entry, address, isHere }: Props): ReactNode {
  const { visits, shown, going } = useVisits(entry, address, isHere);
  const outside = useContext(LocationContext);
  const place = useMemo(
    () => (going ? { location: going.location, navigationType: going.kind } : outside),
    [going, outside],
  );
  return (
    <LocationContext value={place}>
      {/* Each visit its own: nothing that was open or said on the last page stays. */}
      {visits.map((visit) => (
        <ReadyBoundary key={visit.id} isOpened={visit.key !== undefined}>
          <Visit
            site={site}
            address={visit.address}
            isShown={visit === shown}
            isOpened={visit.key !== undefined}
          />
        </ReadyBoundary>
      ))}
    </LocationContext>
  );
}
