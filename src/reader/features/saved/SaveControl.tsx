import { Suspense, useState, type ReactNode } from 'react';
import type { FullStory } from '../../../model/story.ts';
import { useOwn, useRecord } from '../../data/own/useOwn.ts';
import { BookmarkIcon } from '../../ui/BookmarkIcon.tsx';
import { late } from '../../ui/late.ts';
import { useFile } from '../../ui/site.ts';
import { words } from '../../ui/words.ts';
import { saysOffAt } from './offSaid.ts';
import styles from './SaveButton.module.css';
import type { Said } from './saving.ts';

const SavingOff = late(
  async () => (await import('./SavingOff.tsx')).SavingOff,
  () => null,
);

/** What the button does is fetched when it is meant. */
const loadSaving = () => import('./saving.ts');
/** What fails here is tried again by the press itself. */
const fetchAhead = (): void => void loadSaving().catch(() => undefined);

/** The working button: says whether the story is saved, saves it and takes it out again, which can be undone. */
export function SaveControl({ story, waiting }: { story: FullStory; waiting: ReactNode }) {
  const own = useOwn();
  const file = useFile();
  const record = useRecord('saved', story.slug);
  const [said, say] = useState<Said>();
  if (record === undefined) return waiting;
  if (!record.ok && said === undefined) {
    return saysOffAt(story.slug) ? (
      <Suspense>
        <SavingOff problem={record.problem} />
      </Suspense>
    ) : null;
  }
  const isSaved = record.ok && record.value !== undefined;

  const change = async (): Promise<void> => {
    say({ text: '', isBusy: true });
    try {
      const { save, remove } = await loadSaving();
      await (isSaved ? remove : save)({ own, story, file, say });
    } catch {
      say({ text: words.partLost });
    }
  };

  return (
    <div className={styles.save}>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isSaved}
        aria-busy={said?.isBusy === true}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          if (said?.isBusy !== true) void change();
        }}
      >
        <BookmarkIcon />
        {isSaved ? words.own.saved.name : words.save}
      </button>
      <output className="meta">
        {said?.text}
        {said?.undo !== undefined && (
          <>
            {' '}
            <button
              type="button"
              className={styles.undo}
              onClick={({ currentTarget }) => {
                // It goes when that is done.
                currentTarget.closest('div')?.querySelector('button')?.focus();
                void said.undo?.run().then(say);
              }}
            >
              {said.undo.name}
            </button>
          </>
        )}
      </output>
    </div>
  );
}
