import type { FullStory } from '../../../model/story.ts';
import type { StorageProblem } from '../../storage/outcome.ts';
import type { Own } from '../../storage/own.ts';
import { putSavedBack, removeSaved, saveStory, type SavedWhole } from '../../storage/saved.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { withRoom } from '../../data/withRoom.ts';
import { keepPictures } from './keepPictures.ts';
import { storyPictures } from './storyPictures.ts';

/** What is said beside the button after it was pressed. */
export interface Said {
  text: string;
  /** The work is going on. */
  isBusy?: boolean;
  /** Puts back what was taken out. */
  undo?: { name: string; run: () => Promise<Said | undefined> };
}

interface Saving {
  own: Own;
  story: FullStory;
  /** The address of a published file on this host. */
  file: (path: string) => string;
  say: (said: Said | undefined) => void;
}

/** Saves a story with its pictures: saved is said only once storage has the whole copy. */
export async function save({ own, story, file, say }: Saving): Promise<void> {
  say({ text: ownWords.saving, isBusy: true });
  const { kept, missing } = await keepPictures(storyPictures(story), file);
  const at = Date.now();
  const outcome = await withRoom(() => saveStory(own, { story, pictures: kept, missing, at }));
  say({
    text: outcome.ok
      ? ownWords.savedNow(formatBytes(outcome.value.bytes), missing)
      : ownWords.notSaved(outcome.problem),
  });
}

/** Takes a saved story out. It can be put back while the page is open. */
export async function remove({ own, story, say }: Omit<Saving, 'file'>): Promise<void> {
  const outcome = await removeSaved(own, story.slug);
  if (!outcome.ok) say({ text: ownWords.notRemoved(outcome.problem) });
  // Another tab may have been first.
  else say(outcome.value && removed(own, outcome.value));
}

function removed(own: Own, whole: SavedWhole, notBack?: StorageProblem): Said {
  const run = async (): Promise<Said | undefined> => {
    const outcome = await withRoom(() => putSavedBack(own, whole));
    // Not put back, it is nowhere but here.
    return outcome.ok ? undefined : removed(own, whole, outcome.problem);
  };
  return {
    text: notBack === undefined ? ownWords.removed : ownWords.notPutBack(notBack),
    undo: { name: ownWords.undo, run },
  };
}
