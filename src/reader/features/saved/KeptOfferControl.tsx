import { flushSync } from 'react-dom';
import { useRecord } from '../../data/own/useOwn.ts';
import { findKept } from '../../storage/findKept.ts';
import { formatDay } from '../../ui/formatMoment.ts';
import type { KeptStory } from '../../ui/keptPictures.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { shown } from '../../ui/shown.ts';
import { useBase, useLanguage } from '../../ui/site.ts';

/** The button. The page it opens begins at its headline. */
export function KeptOfferControl({
  slug,
  onOpen,
}: {
  slug: string;
  onOpen: (kept: KeptStory) => void;
}) {
  const base = useBase();
  const language = useLanguage();
  const record = useRecord('saved', slug);
  if (record?.ok !== true || record.value === undefined) return null;
  const open = async (): Promise<void> => {
    const kept = await findKept(base, slug);
    if (kept === undefined) return;
    // At once: in the next frame the heading may still be the one that goes.
    flushSync(() => onOpen(kept));
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>(`h1${shown}`)?.focus({ preventScroll: true });
  };
  return (
    <p>
      <button type="button" className="action" onClick={() => void open()}>
        {ownWords.openKept(formatDay(record.value.savedAt, language))}
      </button>
    </p>
  );
}
