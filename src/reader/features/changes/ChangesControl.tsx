import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { FullStory } from '../../../model/story.ts';
import type { Fingerprint } from '../../storage/records.ts';
import { formatMoment } from '../../ui/formatMoment.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { useLanguage } from '../../ui/site.ts';
import styles from './ChangesControl.module.css';
import { diffBlocks, type BlockChanges } from './diffBlocks.ts';
import { blockElements, markBlocks } from './markBlocks.ts';

const text = ownWords.changes;

interface Props {
  story: FullStory;
  /** What the story said when the reader read it, and what it says now. */
  earlier: Fingerprint;
  now: Fingerprint;
}

/** The button, what it says, and the marks in the text. The marks are there at once; what was said before, when asked. */
export function ChangesControl({ story, earlier, now }: Props) {
  const changes = useMemo(() => diffBlocks(earlier.blocks, now.blocks), [earlier, now]);
  const [isOpen, setOpen] = useState(false);
  const [isMarked, setMarked] = useState(true);
  const [isBefore, setBefore] = useState(false);

  useEffect(() => (isMarked ? markBlocks(story, changes) : undefined), [story, changes, isMarked]);

  return (
    <div className={styles.changes}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text.name}
      </button>
      {isOpen && (
        <Panel earlier={earlier} changes={changes} headline={story.headline}>
          <button
            type="button"
            className="action"
            aria-pressed={isMarked}
            onClick={() => setMarked(!isMarked)}
          >
            {text.marks}
          </button>
          <button
            type="button"
            className="action"
            aria-pressed={isBefore}
            onClick={() => setBefore(!isBefore)}
          >
            {text.before}
          </button>
        </Panel>
      )}
      {isBefore && <Before story={story} changes={changes} />}
    </div>
  );
}

function Panel({
  earlier,
  changes,
  headline,
  children,
}: {
  earlier: Fingerprint;
  changes: BlockChanges;
  headline: string;
  children: ReactNode;
}) {
  const language = useLanguage();
  return (
    <div className={styles.panel}>
      <p>
        {text.since(formatMoment(earlier.at, language))}{' '}
        {text.counts(changes.added.size, changes.altered.size, changes.removed.length)}
      </p>
      {earlier.headline !== headline && <p>{text.headline(earlier.headline)}</p>}
      {children}
    </div>
  );
}

/** What the changed blocks said before, at the end of each; what was taken out stands after the block before it. */
function Before({ story, changes }: { story: FullStory; changes: BlockChanges }) {
  const elements = blockElements(story);
  const words = [
    ...[...changes.altered].map(([index, said]) => ({ index, said, label: text.saidBefore })),
    ...changes.removed.map(({ after, text: said }) => ({
      index: Math.max(0, after),
      said,
      label: text.takenOut,
    })),
  ];
  return words.map(({ index, said, label }, key) => {
    const element = elements[index];
    if (element === undefined) return null;
    return createPortal(
      <span className={styles.before}>
        <b>{label}</b> <del>{said}</del>
      </span>,
      element,
      String(key),
    );
  });
}
