import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { addressOf } from '../../model/address.ts';
import { documentQuery } from '../data/queries.ts';
import { useIdle } from '../ui/useIdle.ts';
import { afterPaint } from './afterPaint.ts';

/** Keeps the reader's place, history and settings as they go from page to page. Loaded when the first page stands. */
export function OwnThings({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const { key, pathname } = useLocation();
  const address = addressOf('/', pathname) ?? pathname;
  // Looks on: the page itself asks for its document.
  const { data: document } = useQuery({ ...documentQuery(base, address), enabled: false });
  const isIdle = useIdle();

  useEffect(() => {
    if (!isIdle) return undefined;
    let stop = (): void => undefined;
    let isGone = false;
    const begin = async (): Promise<void> => {
      const { followReader } = await import('./ownLate.ts');
      if (!isGone) stop = followReader({ base, address, document, client });
    };
    // Without this script the page is read as before.
    const callOff = afterPaint(() => void begin().catch(() => undefined));
    return () => {
      isGone = true;
      callOff();
      stop();
    };
  }, [base, address, client, document, isIdle, key]);

  return null;
}
