import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { addressOf } from '../../model/address.ts';
import { useIdle } from '../ui/useIdle.ts';

/** Keeps the reader's place, history and settings as they go from page to page. Loaded when the first page stands. */
export function OwnThings({ base }: { base: string }): ReactNode {
  const { key, pathname } = useLocation();
  const isIdle = useIdle();

  useEffect(() => {
    if (!isIdle) return undefined;
    const address = addressOf('/', pathname) ?? pathname;
    let stop = (): void => undefined;
    let isGone = false;
    const begin = async (): Promise<void> => {
      const { followReader } = await import('./ownLate.ts');
      if (!isGone) stop = followReader({ base, address });
    };
    // Without this script the page is read as before.
    void begin().catch(() => undefined);
    return () => {
      isGone = true;
      stop();
    };
  }, [base, isIdle, key, pathname]);

  return null;
}
