import type { ReactNode } from 'react';
import { words } from '../ui/words.ts';
import { Notice } from './Notice.tsx';

/** Says that the page shown is an older copy, and as of when (as words). */
export function StaleNotice({ when, action }: { when: string; action?: ReactNode }) {
  return (
    <Notice title={words.stale.title} action={action}>
      {words.stale.asOf(when)}
    </Notice>
  );
}
