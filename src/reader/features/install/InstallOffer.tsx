import type { ReactNode } from 'react';
import { NoticeText } from '../../furniture/NoticeText.tsx';
import { ownWords } from '../../ui/ownWords.ts';
import { install } from './installPrompt.ts';
import type { InstallWay } from './useInstallWay.ts';

const text = ownWords.install;

interface Props {
  /** Its name. */
  site: string;
  way: InstallWay;
  onClose: () => void;
}

/** That the edition can stand on the home screen, and how. */
export function InstallOffer({ site, way, onClose }: Props): ReactNode {
  return (
    <>
      <NoticeText title={text.title(site)}>{way === 'share' ? text.share : text.why}</NoticeText>
      {way === 'prompt' && (
        <button
          type="button"
          onClick={() => {
            onClose();
            void install();
          }}
        >
          {text.install}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {way === 'share' ? text.seen : text.no}
      </button>
    </>
  );
}
