import { isSparing } from '../../model/sparing.ts';

/** The reader asked to save data, or the line is one on which fetching ahead would hold up what was asked for. */
export function savesData(): boolean {
  return isSparing(Reflect.get(navigator, 'connection'));
}
