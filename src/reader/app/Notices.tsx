import type { ReactNode } from 'react';
import { InstallHint } from '../features/install/InstallHint.tsx';
import { OfflineNotice } from '../features/offline/OfflineNotice.tsx';
import type { PageShown } from './pageShown.ts';

export { startOffline } from '../features/offline/OfflineNotice.tsx';

/** What is said at the foot of the window, one thing at a time: of the line, of a newer edition, then of installing. */
export function Notices(page: PageShown): ReactNode {
  const { site, address } = page;
  return <OfflineNotice {...page} otherwise={<InstallHint site={site.name} address={address} />} />;
}
