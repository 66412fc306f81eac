import { useWordsLanguage } from '../ui/site.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { words } from '../ui/words.ts';

/** How long a story takes. Who sees it knows what “4 min” beside a date is; who listens hears what it is for. */
export function ReadingTime({ minutes }: { minutes: number }) {
  return (
    <bdi lang={useWordsLanguage()}>
      {words.minutes(minutes)}
      <VisuallyHidden> {words.ofReading}</VisuallyHidden>
    </bdi>
  );
}
