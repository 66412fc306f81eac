import { join } from 'node:path';
import type { SourcePlace } from '../sources.ts';
import { isFeedAddress } from '../sources/feedAddress.ts';

/** The file that an item came from, and the folder that its pictures may not leave. */
interface Place {
  file: string;
  root: string;
}

/**
 * Tells where the source of a name lies: one that was found, a feed, or a page of the publisher's beside lede.json.
 * @param sources by name
 * @param home the folder of lede.json
 */
export function placesOf(
  sources: ReadonlyMap<string, Pick<SourcePlace, 'path' | 'root'>>,
  home: string,
): (name: string) => Place {
  return (name) => {
    if (isFeedAddress(name)) return { file: name, root: home };
    const source = sources.get(name);
    if (source === undefined) return { file: join(home, name), root: home };
    return { file: source.path, root: source.root };
  };
}
