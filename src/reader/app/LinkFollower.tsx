import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { addressOf } from '../../model/address.ts';
import { bringNewest, isCurrent, takeAside } from '../data/aside.ts';
import { hasSheetsFor, restOfSheets } from '../ui/restOfSheets.ts';
import { useMove } from '../ui/useMove.ts';
import { destinationOf, isPlainClick, linkOf, type Destination } from './linkAddress.ts';

/** The old page stays this long for the next one's data; then the next page shows its skeleton. Milliseconds. */
const patience = 300;

/**
 * Turns plain links into moves without a page load, by one listener for the whole page: links work before any script,
 * and a list of hundreds costs nothing more.
 */
export function LinkFollower({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const move = useMove();

  useEffect(() => {
    let latest: object;
    const go = ({ address, hash }: Destination): void => {
      const isSame = addressOf(base, window.location.pathname) === address;
      // Who follows a link to the page they are on asks for its newest.
      if (isSame) takeAside(client, base, address);
      move(address + hash, { replace: isSame });
    };
    const goWhenThere = async (
      click: object,
      destination: Destination,
      needed: Promise<unknown>,
    ): Promise<void> => {
      await Promise.race([needed, new Promise((resolve) => setTimeout(resolve, patience))]);
      // A second link was followed meanwhile: the reader changed their mind.
      if (latest === click) go(destination);
    };
    const listener = (event: MouseEvent): void => {
      const link = linkOf(event);
      if (link === undefined || !isPlainClick(event)) return;
      const destination = destinationOf(link, base, window.location);
      if (destination === undefined) return;
      event.preventDefault();
      const click = {};
      latest = click;
      const isHere = isCurrent(client, base, destination.address);
      // What is in memory and current is painted in this very frame.
      if (isHere && hasSheetsFor(destination.address)) {
        go(destination);
        return;
      }
      const data = isHere ? undefined : bringNewest(client, base, destination.address);
      void goWhenThere(click, destination, Promise.all([data, restOfSheets()]));
    };
    document.addEventListener('click', listener);
    return () => document.removeEventListener('click', listener);
  }, [base, client, move]);

  return null;
}
