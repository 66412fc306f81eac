import { join } from 'node:path';
import { isFeedAddress, type FoundSource } from '../sources.ts';

/** The file that an item came from, and the folder that its pictures may not leave. */
interface Place {
  file: string;
  root: string;
}

/** Tells where the source of a name lies: one that was found, a feed, or a page of the publisher's beside lede.json. */
export function placesOf(sources: readonly FoundSource[], home: string): (name: string) => Place {
  const places = new Map(sources.map(({ name, path, root }) => [name, { file: path, root }]));
  return (name) => {
    if (isFeedAddress(name)) return { file: name, root: home };
    return places.get(name) ?? { file: join(home, name), root: home };
  };
}
