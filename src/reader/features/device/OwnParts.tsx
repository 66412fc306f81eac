import { useEffect, useRef, useState } from 'react';
import { pageAddress } from '../../../model/address.ts';
import type { Weight } from '../../../model/workerMessages.ts';
import { useOwn } from '../../data/own/useOwn.ts';
import { forget, remember, type Traces } from '../../storage/traces.ts';
import { clearLooseCopies, holdLooseCopies } from '../../storage/looseCopies.ts';
import { putAllSavedBack, removeAllSaved } from '../../storage/saved.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { PartRow } from './PartRow.tsx';
import { RemoveButton } from './RemoveButton.tsx';

const text = ownWords.device;

/** How much the reader has of their own. */
interface OwnSizes {
  saved: Weight;
  traces: Weight;
}

/** The saved stories and the traces of reading as rows; each is removed whole, and put back as long as the page stays. */
export function OwnParts({ saved, traces }: OwnSizes) {
  const own = useOwn();
  const [lines, setLines] = useState<readonly object[]>();
  const [forgotten, setForgotten] = useState<Traces>();
  const [isRemoved, isForgotten] = [Boolean(lines), Boolean(forgotten)];
  const held = useRef<() => Promise<void>>(undefined);
  // Removed stories can be put back until the page is left, and no longer; a tab that was closed left them here.
  useEffect(() => {
    const clear = (): void => void clearLooseCopies(own).catch(() => undefined);
    clear();
    return () => void (held.current?.() ?? Promise.resolve()).then(clear);
  }, [own]);
  return (
    <>
      <PartRow name={text.saved} weight={saved} said={isRemoved && text.removed}>
        <SiteLink className="action" to={pageAddress('saved')}>
          {text.openSaved}
        </SiteLink>
        <RemoveButton
          label={text.removeAll}
          of={text.saved}
          isThere={saved.stories > 0}
          isRemoved={isRemoved}
          onRemove={async () => {
            held.current ??= await holdLooseCopies(own);
            const outcome = await removeAllSaved(own);
            if (!outcome.ok) return ownWords.notRemoved(outcome.problem);
            setLines(outcome.value);
            return undefined;
          }}
          onUndo={async () => {
            const outcome = await putAllSavedBack(own, lines ?? []);
            if (!outcome.ok) return ownWords.notPutBack(outcome.problem);
            if (outcome.value < (lines?.length ?? 0)) setLines(undefined);
            return outcome.value === 0 ? undefined : text.lost(outcome.value);
          }}
        />
      </PartRow>
      <PartRow name={text.traces} weight={traces} said={isForgotten && ownWords.historyCleared}>
        <RemoveButton
          label={ownWords.clearHistory}
          of={text.traces}
          isThere={traces.bytes > 0}
          isRemoved={isForgotten}
          onRemove={async () => {
            const outcome = await forget(own, 'all');
            if (!outcome.ok) return ownWords.notRemoved(outcome.problem);
            setForgotten(outcome.value);
            return undefined;
          }}
          onUndo={async () => {
            if (!forgotten) return undefined;
            const outcome = await remember(own, forgotten);
            if (!outcome.ok) return ownWords.notPutBack(outcome.problem);
            setForgotten(undefined);
            return undefined;
          }}
        />
      </PartRow>
    </>
  );
}
