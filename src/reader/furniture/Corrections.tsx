import type { Correction } from '../../model/story.ts';
import { Said } from '../ui/Said.tsx';
import { words } from '../ui/words.ts';
import styles from './Corrections.module.css';

/** What was wrong in a story and has been put right, newest first. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section className={styles.corrections} aria-label={words.corrections}>
      {corrections.map(({ at, text }, index) => (
        <p key={index}>
          <strong>
            <Said>{words.correction}</Said>
            {at !== undefined && (
              <>
                ,{' '}
                <time dateTime={at.at}>
                  {at.clock === undefined ? at.date : `${at.date}, ${at.clock}`}
                </time>
              </>
            )}
            .
          </strong>{' '}
          {text}
        </p>
      ))}
    </section>
  );
}
