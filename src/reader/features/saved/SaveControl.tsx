import { useState, type ReactNode } from 'react';
import type { FullStory } from '../../../model/story.ts';
import { useOwn, useRecord } from '../../data/own/useOwn.ts';
import type { StorageProblem } from '../../storage/outcome.ts';
import { putSavedBack, removeSaved, saveStory, type SavedWhole } from '../../storage/saved.ts';
import { withRoom } from '../../data/withRoom.ts';
import { BookmarkIcon } from '../../ui/BookmarkIcon.tsx';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { useFile } from '../../ui/site.ts';
import { words } from '../../ui/words.ts';
import { keepPictures } from './keepPictures.ts';
import { saysOffAt } from './offSaid.ts';
import styles from './SaveButton.module.css';
import { storyPictures } from './storyPictures.ts';

type Said =
  | { kind: 'nothing' | 'saving' }
  | { kind: 'saved'; bytes: number; missing: number }
  | { kind: 'removed'; whole: SavedWhole; notBack?: StorageProblem }
  | { kind: 'not-saved' | 'not-removed'; problem: StorageProblem };

/** The working button: saved is said only once storage has the whole copy, and taking it out can be undone. */
export function SaveControl({ story, waiting }: { story: FullStory; waiting: ReactNode }) {
  const own = useOwn();
  const file = useFile();
  const record = useRecord('saved', story.slug);
  const [said, say] = useState<Said>({ kind: 'nothing' });
  if (record === undefined) return waiting;
  if (!record.ok && said.kind === 'nothing') {
    return saysOffAt(story.slug) ? (
      <p className={`meta ${styles.off}`}>{ownWords.off(record.problem)}</p>
    ) : null;
  }
  const isSaved = record.ok && record.value !== undefined;

  const save = async (): Promise<void> => {
    say({ kind: 'saving' });
    const { kept, missing } = await keepPictures(storyPictures(story), file);
    const at = Date.now();
    const outcome = await withRoom(() => saveStory(own, { story, pictures: kept, missing, at }));
    say(
      outcome.ok
        ? { kind: 'saved', bytes: outcome.value.bytes, missing }
        : { kind: 'not-saved', problem: outcome.problem },
    );
  };
  const remove = async (): Promise<void> => {
    const outcome = await removeSaved(own, story.slug);
    if (!outcome.ok) say({ kind: 'not-removed', problem: outcome.problem });
    else if (outcome.value !== undefined) say({ kind: 'removed', whole: outcome.value });
  };
  const undo = async (whole: SavedWhole): Promise<void> => {
    const outcome = await withRoom(() => putSavedBack(own, whole));
    // Not put back, it is nowhere but here.
    say(outcome.ok ? { kind: 'nothing' } : { kind: 'removed', whole, notBack: outcome.problem });
  };
  const press = (): void => {
    if (said.kind !== 'saving') void (isSaved ? remove() : save());
  };

  return (
    <div className={styles.save}>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isSaved}
        aria-busy={said.kind === 'saving'}
        onClick={press}
      >
        <BookmarkIcon />
        {isSaved ? words.own.saved.name : words.save}
      </button>
      <output className="meta">
        {sentence(said)}
        {said.kind === 'removed' && (
          <>
            {' '}
            <button type="button" className={styles.undo} onClick={() => void undo(said.whole)}>
              {ownWords.undo}
            </button>
          </>
        )}
      </output>
    </div>
  );
}

function sentence(said: Said): string {
  switch (said.kind) {
    case 'nothing':
      return '';
    case 'saving':
      return ownWords.saving;
    case 'saved':
      return ownWords.savedNow(formatBytes(said.bytes), said.missing);
    case 'removed':
      return said.notBack === undefined ? ownWords.removed : ownWords.notPutBack(said.notBack);
    case 'not-saved':
      return ownWords.notSaved(said.problem);
    case 'not-removed':
      return ownWords.notRemoved(said.problem);
  }
}
