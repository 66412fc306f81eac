import type { FullStory } from '../../../model/story.ts';
import { recordVisit } from '../../storage/history.ts';
import type { Own } from '../../storage/own.ts';
import { shown } from '../../ui/shown.ts';
import { fingerprintOf, recordReading } from '../../storage/readings.ts';

/** A story this long before the reader's eyes has been read, or at least begun in earnest. Seconds. */
const earnest = 5;

/**
 * Writes the story into the history at once, and marks it read when it has been looked at. Returns how to stop.
 * @param copy what a front calls the story's words, where one told
 */
export function followReading(own: Own, story: FullStory, copy: string | undefined): () => void {
  void recordVisit(own, story, { at: Date.now(), isRead: false });
  let seconds = 0;
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') seconds += 1;
    if (seconds >= earnest || isAtEnd()) {
      clearInterval(timer);
      void recordVisit(own, story, { at: Date.now(), isRead: true });
      void recordReading(own, fingerprintOf(story, Date.now(), copy), story.slug);
    }
  }, 1000);
  return () => clearInterval(timer);
}

/** Whether the last block of the text is in view after the reader scrolled to it. */
function isAtEnd(): boolean {
  const last = document.querySelector(`main article .body > :last-child${shown}`);
  return window.scrollY > 0 && last !== null && last.getBoundingClientRect().bottom < innerHeight;
}
