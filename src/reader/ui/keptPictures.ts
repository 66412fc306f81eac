import { createContext, useContext } from 'react';
import type { FullStory } from '../../model/story.ts';

/** A file the reader's device keeps. */
export interface KeptFile {
  src: string;
  type: string;
  bytes: ArrayBuffer;
}

/** A saved story with its pictures, and when it was saved (milliseconds since 1970). */
export interface KeptStory {
  story: FullStory;
  pictures: readonly KeptFile[];
  savedAt: number;
}

const none: readonly KeptFile[] = [];
const KeptPicturesContext = createContext(none);

/** Stands around a copy from this device: its pictures are drawn from what is kept, not asked for. */
export const KeptPicturesProvider = KeptPicturesContext.Provider;

/** The kept file among these, if any is. */
export function useKeptFile(sources: readonly { src: string }[]): KeptFile | undefined {
  const kept = useContext(KeptPicturesContext);
  return kept.length === 0
    ? undefined
    : kept.find(({ src }) => sources.some((one) => one.src === src));
}
