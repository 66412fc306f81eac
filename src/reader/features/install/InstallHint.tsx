import { useEffect, useState, type ReactNode } from 'react';
import { NoticeText } from '../../furniture/NoticeText.tsx';
import { focusMain } from '../../ui/focusMain.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { countPage, noteSaid } from './installNote.ts';
import { install } from './installPrompt.ts';
import { findInstallWay, useInstallWay } from './useInstallWay.ts';
import { whenQuiet } from './whenQuiet.ts';

/** How long nothing may happen on a page before it is spoken of. Milliseconds. */
const quiet = 8000;
const text = ownWords.install;

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
    <>
      <NoticeText title={text.title(site)}>{way === 'share' ? text.share : text.why}</NoticeText>
      {way === 'prompt' && (
        <button
          type="button"
          onClick={() => {
            close();
            void install();
          }}
        >
          {text.install}
        </button>
      )}
      <button type="button" onClick={close}>
        {way === 'share' ? text.seen : text.no}
      </button>
    </>
  );
}
