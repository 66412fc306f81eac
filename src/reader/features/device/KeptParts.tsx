import { useState } from 'react';
import { ownWords } from '../../ui/ownWords.ts';
import { PartRow } from './PartRow.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import type { useKept } from './useKept.ts';

const text = ownWords.device;

type Kept = ReturnType<typeof useKept>;

/** What the worker keeps as rows. What was taken along is managed beside its offers, see TakeAlong. */
export function KeptParts({ kept, change }: Kept) {
  const [isRemoved, setRemoved] = useState(false);
  if (kept === null || kept === undefined) return null;
  const { taken, near, reader } = kept;
  return (
    <>
      <PartRow name={text.taken} weight={taken} />
      <PartRow
        name={text.near}
        weight={near}
        about={text.about.near}
        said={isRemoved && text.removed}
      >
        <RemoveButton
          label={ownWords.remove}
          of={text.near}
          isThere={near.bytes > 0}
          isRemoved={isRemoved}
          onRemove={async () => {
            const problem = await change({ kind: 'remove-near' });
            if (problem !== undefined) return ownWords.notRemoved('silent');
            setRemoved(true);
            return undefined;
          }}
          onUndo={async () => {
            const problem = await change({ kind: 'put-back', part: 'near' });
            if (problem === 'gone') return text.nothingBack;
            if (problem !== undefined) return ownWords.notPutBack(problem);
            setRemoved(false);
            return undefined;
          }}
        />
      </PartRow>
      <PartRow name={text.reader} weight={reader} about={text.about.reader} />
    </>
  );
}
