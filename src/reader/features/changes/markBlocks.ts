import type { FullStory } from '../../../model/story.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { shown } from '../../ui/shown.ts';
import styles from './ChangesControl.module.css';
import type { BlockChanges } from './diffBlocks.ts';

/** The elements of a story's blocks, in their order. A dateline that stands for itself comes before them. */
export function blockElements({ body }: FullStory): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(`main article .body > *${shown}`);
  return [...all].slice(Math.max(0, all.length - body.length));
}

/** Puts a bar and a word beside the blocks that are new or altered. Returns how to take them away. */
export function markBlocks(story: FullStory, { added, altered }: BlockChanges): () => void {
  const marked = blockElements(story).filter((element, index) => {
    const word = added.has(index)
      ? ownWords.changes.added
      : altered.has(index)
        ? ownWords.changes.altered
        : undefined;
    if (word === undefined) return false;
    element.dataset['change'] = word;
    if (styles['mark'] !== undefined) element.classList.add(styles['mark']);
    return true;
  });
  return () => {
    for (const element of marked) {
      delete element.dataset['change'];
      if (styles['mark'] !== undefined) element.classList.remove(styles['mark']);
    }
  };
}
