import type { ReactNode } from 'react';
import { ownWords } from '../../ui/ownWords.ts';
import { install } from './installPrompt.ts';
import { useInstallWay } from './useInstallWay.ts';

const text = ownWords.install;

/** Installing as a part of a page, for who wants it later; not there where it cannot be done, or is done. */
export function InstallSection(): ReactNode {
  const way = useInstallWay();
  if (way === undefined) return null;
  return (
    <section>
      <h2 className="label">{text.name}</h2>
      <p>{way === 'share' ? text.share : text.why}</p>
      {way === 'prompt' && (
        <button type="button" className="action" onClick={() => void install()}>
          {text.install}
        </button>
      )}
    </section>
  );
}
