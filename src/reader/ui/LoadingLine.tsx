import { useScripted } from './useScripted.ts';
import { words } from './words.ts';

/** Says that something is on its way. Not without script, where nothing would ever come. */
export function LoadingLine() {
  return useScripted() ? <p className="meta">{words.loading}</p> : null;
}
