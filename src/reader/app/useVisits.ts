import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { frontAddress } from '../../model/address.ts';
import { afterPaint } from './afterPaint.ts';
import { listenForGoing, type Going } from './goingTo.ts';
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

interface Visits {
  visits: readonly VisitedPage[];
  /** The one on screen; undefined until it is here. */
  shown: VisitedPage | undefined;
  /** The move that led there, until the router has made it too. */
  going: Going | undefined;
}

/** Fronts and stories are read back and forth. Lists are long; the reader's own pages change with what they do. */
const isKept = (address: string): boolean => /^\/(story\/.+)?$/.test(address);

let ids = 0;

/**
 * The pages that stand in the document: the one of this entry first, once it is here; then the one to which the reader
 * seems to be going and the one that was left last. Going to one of these makes nothing anew, neither its elements nor
 * their layout, and is not waited for by anything else.
 * @param key of the router's entry
 * @param address of the page there
 * @param isHere whether this entry's document has come
 */
export function useVisits(key: string, address: string, isHere: boolean): Visits {
  const [left, setLeft] = useState<readonly VisitedPage[]>([]);
  const [lastMeant, setMeant] = useState<Meant>();
  const [ahead, setAhead] = useState<{ going: Going; from: string }>();
  // The router has come after, or is somewhere else.
  if (ahead !== undefined && ahead.from !== key) setAhead(undefined);
  const going = ahead?.from === key ? ahead.going : undefined;
  const current = going?.location.key ?? key;
  const here = going?.location.pathname ?? address;

  useEffect(
    () =>
      listenForMeant((next) => {
        // A link to the page on screen brings nothing, and lists are not kept: then no page is meant.
        const target = next === undefined || next === here || !isKept(next) ? undefined : next;
        // In slices that a finger which only scrolls can call off.
        startTransition(() =>
          setMeant((was) => {
            if (target === undefined) return undefined;
            return target === was?.address ? was : { id: ids++, address: target, from: current };
          }),
        );
      }),
    [current, here],
  );

  // A press that its click overtakes brings back what was meant, and the reader has gone there already.
  const meant = left.some(({ id }) => id === lastMeant?.id) ? undefined : lastMeant;
  let visits = left;
  if ((isHere || going !== undefined) && !(left[0] && isOf(left[0], current, here))) {
    const own = left.find((visit) => isOf(visit, current, here)) ?? {
      id: meant?.address === here ? meant.id : ids++,
      address: here,
      key: current,
    };
    // The one before the last goes too, but not in the frame that brings the next.
    visits = [own, ...left.filter((visit) => visit !== own && isKept(visit.address)).slice(0, 2)];
    setLeft(visits);
    setMeant(undefined);
  } else {
    const [shown, ...others] = left;
    if (shown && meant && meant.from === shown.key) visits = [shown, meant, ...others];
  }

  const isOver = left.length > 2;
  useEffect(() => {
    if (!isOver) return undefined;
    return afterPaint(() => startTransition(() => setLeft((all) => all.slice(0, 2))));
  }, [isOver, left]);

  useLayoutEffect(() =>
    listenForGoing((next) => {
      const { key: to, pathname, hash } = next.location;
      // Only the beginning of it is there.
      if (hash !== '' && next.kind !== 'POP') setMeant(undefined);
      const isReady = visits.some((visit) =>
        next.kind === 'PUSH'
          ? hash === '' && visit.key === undefined && visit.address === pathname
          : isOf(visit, to, pathname),
      );
      // A front's masthead has a line more: shown with another's, its text would move once the router has come after.
      const isAlike = (pathname === frontAddress) === (here === frontAddress);
      if (!isReady || !isAlike) {
        setAhead(undefined);
        return false;
      }
      setAhead({ going: next, from: key });
      return true;
    }),
  );
  return { visits, shown: visits.find((visit) => isOf(visit, current, here)), going };
}

/** An entry that no script made has the first one's key: its address tells them apart. */
function isOf(visit: VisitedPage, key: string, address: string): boolean {
  return visit.key === key && visit.address === address;
}
