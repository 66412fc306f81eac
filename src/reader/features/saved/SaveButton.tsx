import { Suspense, type ReactNode } from 'react';
import type { FullStory } from '../../../model/story.ts';
import { BookmarkIcon } from '../../ui/BookmarkIcon.tsx';
import { late } from '../../ui/late.ts';
import { useIdle } from '../../ui/useIdle.ts';
import { words } from '../../ui/words.ts';
import styles from './SaveButton.module.css';

const SaveControl = late(
  async () => (await import('./SaveControl.tsx')).SaveControl,
  () => <output className={`meta ${styles.off}`}>{words.partLost}</output>,
);

/** Saves the story on this device. Its place is kept from the first paint; it shows once storage has answered. */
export function SaveButton({ story }: { story: FullStory }): ReactNode {
  const waiting = (
    <div className={styles.save}>
      <button type="button" className={styles.button} data-waiting="" disabled>
        <BookmarkIcon />
        {words.save}
      </button>
    </div>
  );
  return useIdle() ? (
    <Suspense fallback={waiting}>
      <SaveControl story={story} waiting={waiting} />
    </Suspense>
  ) : (
    waiting
  );
}
