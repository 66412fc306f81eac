import type { Inline } from '../../../model/body.ts';
import { directionOf } from '../../../model/language.ts';
import type { Spoken } from './bodyBuilder.ts';

/** What BCP 47 calls a language that nobody named. */
const unnamed = 'und';

/**
 * Makes words say their own language and direction; undefined where they have none. Left to right by itself is what
 * editors write on every cell and span: to say it would only hide the language around it.
 */
export function spokenInline({
  language,
  dir,
}: Spoken): ((children: Inline[]) => Inline) | undefined {
  if (language === undefined && dir !== 'rtl') return undefined;
  const own = language ?? unnamed;
  return (children) => ({
    type: 'lang',
    language: own,
    dir: dir ?? directionOf(own),
    children,
  });
}
