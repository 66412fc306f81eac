import { watch } from 'chokidar';
import { basename } from 'node:path';

interface Watch {
  /** Watches these too, should they be new. */
  add: (places: readonly string[]) => void;
  close: () => Promise<void>;
}

/**
 * Calls `changed` whenever something in these files and folders may have changed, but for hidden files. Resolves once
 * it has seen what is there.
 * @param places absolute; what is not there yet is waited for
 * @param own the preview's own folder, absolute, should it lie among them: what a round writes asks for no other
 */
export async function watchPlaces(
  places: readonly string[],
  own: string,
  changed: () => void,
): Promise<Watch> {
  const named = new Set(places);
  const watcher = watch([...places], {
    ignoreInitial: true,
    ignored: (path) => path === own || (!named.has(path) && isPassedOver(basename(path))),
  });
  // A folder that is gone or may not be read: the next round says so in words.
  watcher.on('all', changed).on('error', changed);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    add(more) {
      const fresh = more.filter((place) => !named.has(place));
      for (const place of fresh) named.add(place);
      if (fresh.length > 0) watcher.add(fresh);
    },
    close: () => watcher.close(),
  };
}

function isPassedOver(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.ledeignore');
}
