import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { FullStory } from '../../../model/story.ts';
import { useOwn } from '../../data/own/useOwn.ts';
import { getRecord } from '../../storage/own.ts';
import { earlierWords, fingerprintOf } from '../../storage/readings.ts';
import type { Fingerprint } from '../../storage/records.ts';
import { formatMoment } from '../../ui/formatMoment.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { useLanguage } from '../../ui/site.ts';
import styles from './ChangesControl.module.css';
import { diffBlocks, type BlockChanges } from './diffBlocks.ts';
import { blockElements, markBlocks } from './markBlocks.ts';

const text = ownWords.changes;

interface Found {
  earlier: Fingerprint;
  changes: BlockChanges;
}

/** The button, what it says, and the marks in the text. The marks are there at once; what was said before, when asked. */
export function ChangesControl({ story }: { story: FullStory }) {
  const own = useOwn();
  const [found, setFound] = useState<Found>();
  const [isOpen, setOpen] = useState(false);
  const [isMarked, setMarked] = useState(true);
  const [isBefore, setBefore] = useState(false);

  // Once: the record follows the reader while they read.
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const reading = await getRecord(own, 'readings', story.slug);
      const now = fingerprintOf(story, 0);
      const earlier = reading.ok ? earlierWords(reading.value, now) : undefined;
      if (earlier === undefined || isGone) return;
      setFound({ earlier, changes: diffBlocks(earlier.blocks, now.blocks) });
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [own, story]);

  useEffect(
    () => (found !== undefined && isMarked ? markBlocks(story, found.changes) : undefined),
    [story, found, isMarked],
  );

  if (found === undefined) return null;
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
        <Panel found={found} headline={story.headline}>
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
      {isBefore && <Before story={story} changes={found.changes} />}
    </div>
  );
}

function Panel({
  found: { earlier, changes },
  headline,
  children,
}: {
  found: Found;
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
