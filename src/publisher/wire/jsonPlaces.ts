import type { Locate, Path, Place } from './finding.ts';
import { placesOfOffsets } from './lines.ts';
import { walkJson } from './walkJson.ts';

/** The fields looked for, as a tree of their names. */
interface Wanted {
  kids: Map<string, Wanted>;
  offset?: number;
}

/** Finds the places of fields in a JSON text by reading it once, however many are asked for. */
export function locateInJson(text: string): Locate {
  return (paths) => {
    if (paths.length === 0) return [];
    const root: Wanted = { kids: new Map() };
    for (const path of paths) plant(root, path);
    walkJson<Wanted>(text, (around, key, offset) => {
      const wanted = key === undefined ? root : around?.kids.get(String(key));
      if (wanted !== undefined) wanted.offset = offset;
      return wanted;
    });
    const placeOf = placesOfOffsets(text);
    return paths.map((path) => nearestPlace(root, path, placeOf));
  };
}

function plant(root: Wanted, path: Path): void {
  let at = root;
  for (const key of path) {
    const next: Wanted = at.kids.get(String(key)) ?? { kids: new Map() };
    at.kids.set(String(key), next);
    at = next;
  }
}

function nearestPlace(
  root: Wanted,
  path: Path,
  placeOf: (offset: number) => Place,
): Place | undefined {
  let at: Wanted | undefined = root;
  let offset = root.offset;
  for (const key of path) {
    at = at?.kids.get(String(key));
    offset = at?.offset ?? offset;
  }
  return offset === undefined ? undefined : placeOf(offset);
}
