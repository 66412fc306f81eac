import { useState } from 'react';

/** A page in the document: the entry of the browser's history that it was opened for, and its address. */
export interface VisitedPage {
  key: string;
  address: string;
}

/** Fronts and stories are read back and forth. Lists are long; the reader's own pages change with what they do. */
const isKept = (address: string): boolean => /^\/(story\/.+)?$/.test(address);

/**
 * The pages that stand in the document: the one of this entry first, once it is here, then the one that was left last. Going
 * back to that one makes nothing anew, neither its elements nor their layout.
 * @param isHere whether this entry's document has come
 */
export function useVisits({ key, address }: VisitedPage, isHere: boolean): readonly VisitedPage[] {
  const [visits, setVisits] = useState<readonly VisitedPage[]>([]);
  if (!isHere || visits[0]?.key === key) return visits;
  const own = visits.find((visit) => visit.key === key) ?? { key, address };
  const left = visits.filter((visit) => visit !== own && isKept(visit.address)).slice(0, 1);
  const next = [own, ...left];
  setVisits(next);
  return next;
}
