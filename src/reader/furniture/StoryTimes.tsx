import type { StoryTime } from '../../model/time.ts';
import { Said } from '../ui/Said.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { words } from '../ui/words.ts';

/** When a story was published and last changed, in full: the page may be read years later. */
export function StoryTimes({ published, updated }: { published?: StoryTime; updated?: StoryTime }) {
  return (
    <>
      {published !== undefined && (
        <p className="meta">
          <VisuallyHidden>{words.published} </VisuallyHidden>
          <time dateTime={published.at} dir="auto">
            {fullTime(published)}
          </time>
        </p>
      )}
      {updated !== undefined && (
        <p className="meta">
          <bdi>
            <Said>{words.updated}</Said>{' '}
            <time dateTime={updated.at}>
              {updated.day === published?.day ? (updated.clock ?? updated.date) : fullTime(updated)}
            </time>
          </bdi>
        </p>
      )}
    </>
  );
}

/** `17 December 2025, 04:10`. */
function fullTime({ date, clock }: StoryTime): string {
  return clock === undefined ? date : `${date}, ${clock}`;
}
