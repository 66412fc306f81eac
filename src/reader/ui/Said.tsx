import type { ReactNode } from 'react';
import { useWordsLanguage } from './site.ts';

/** Words of the interface in a line of the edition's: they say their language where that is another. */
export function Said({ children }: { children: ReactNode }) {
  return <span lang={useWordsLanguage()}>{children}</span>;
}
