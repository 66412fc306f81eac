import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { focusMain } from '../../ui/focusMain.ts';
import { late } from '../../ui/late.ts';
import { countPage, noteSaid } from './installNote.ts';
import { findInstallWay, useInstallWay } from './useInstallWay.ts';
import { whenQuiet } from './whenQuiet.ts';

/** How long nothing may happen on a page before it is spoken of. Milliseconds. */
const quiet = 8000;

const InstallOffer = late(
  async () => (await import('./InstallOffer.tsx')).InstallOffer,
  () => null,
);

/**
 * Says once that the edition can stand on the home screen: to who has opened some pages, when they rest. It goes with the
 * page. @param site its name
 */
export function InstallHint({ site, address }: { site: string; address: string }): ReactNode {
  const way = useInstallWay();
  /** The page it is said on. */
  const [shownOn, show] = useState<string>();
  useEffect(() => {
    if (!countPage(address)) return undefined;
    return whenQuiet(() => {
      if (findInstallWay() !== undefined && noteSaid()) show(address);
    }, quiet);
  }, [address]);

  if (shownOn !== address || way === undefined) return null;
  const close = (): void => {
    show(undefined);
    focusMain();
  };
  return (
    <Suspense>
      <InstallOffer site={site} way={way} onClose={close} />
    </Suspense>
  );
}
