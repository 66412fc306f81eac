import { startTransition, useEffect, useState } from 'react';
import { listenForMeant } from './meantPage.ts';

/** A page in the document: what it is called there, its address, and the entry of the browser's history it stands for. */
export interface VisitedPage {
  id: number;
  address: string;
  /** Absent while the reader has not gone there. */
  key?: string;
}

/** Where the reader seems to be going from an entry. */
interface Meant extends VisitedPage {
  from: string;
}

/** Fronts and stories are read back and forth. Lists are long; the reader's own pages change with what they do. */
const isKept = (address: string): boolean => /^\/(story\/.+)?$/.test(address);

let ids = 0;

/**
 * The pages that stand in the document: the one of this entry first, once it is here; then the one to which the reader
 * seems to be going and the one that was left last. Going to one of these makes nothing anew, neither its elements nor
 * their layout.
 * @param isHere whether this entry's document has come
 */
export function useVisits(key: string, address: string, isHere: boolean): readonly VisitedPage[] {
  const [visits, setVisits] = useState<readonly VisitedPage[]>([]);
  const [meant, setMeant] = useState<Meant>();

  useEffect(
    () =>
      listenForMeant((next) => {
        // A link to the page on screen brings nothing, and lists are not kept: then no page is meant.
        const target = next === undefined || next === address || !isKept(next) ? undefined : next;
        // In slices that a finger which only scrolls can call off.
        startTransition(() =>
          setMeant((was) => {
            if (target === undefined) return undefined;
            return target === was?.address ? was : { id: ids++, address: target, from: key };
          }),
        );
      }),
    [key, address],
  );

  if (isHere && visits[0]?.key !== key) {
    const ahead = meant?.address === address ? meant : undefined;
    const own = visits.find((visit) => visit.key === key) ?? {
      id: ahead?.id ?? ids++,
      address,
      key,
    };
    const left = visits.filter((visit) => visit !== own && isKept(visit.address)).slice(0, 1);
    setVisits([own, ...left]);
    setMeant(undefined);
    return [own, ...left];
  }
  const [shown, ...left] = visits;
  return shown && meant && meant.from === shown.key ? [shown, meant, ...left] : visits;
}
