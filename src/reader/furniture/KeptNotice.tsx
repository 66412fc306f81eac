import { formatMoment } from '../ui/formatMoment.ts';
import { words } from '../ui/words.ts';
import { Notice } from './Notice.tsx';

interface Props {
  /** Why the story itself is not here: `not-here` when its publisher has removed it. */
  why: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  language: string;
}

/** Says that what stands on the page is the reader's own copy, from when, and why. */
export function KeptNotice({ why, savedAt, language }: Props) {
  const when = formatMoment(savedAt, language);
  return (
    <Notice title={words.kept.title}>
      {why === 'not-here' ? words.kept.removed(when) : words.kept.unreachable(when)}
    </Notice>
  );
}
